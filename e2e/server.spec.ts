import { expect, stet, test } from './support/test'

test('health tells the engine and the log’s position at both names of this machine @postgres', async ({
  server,
  request,
}) => {
  const engine = server.database ? 'postgres' : 'sqlite'
  for (const name of ['localhost', '127.0.0.1']) {
    const answer = await request.get(`http://${name}:${server.port}/api/health`)
    expect(await answer.json()).toEqual({
      status: 'ok',
      version: expect.any(String),
      database: engine,
      log: expect.any(Number),
    })
  }
})

test('a page asked for by the machine’s other name is sent to the right one', async ({ server, request }) => {
  const answer = await request.get(`http://127.0.0.1:${server.port}/sign-in?next=/desk`, { maxRedirects: 0 })
  expect(answer.status()).toBe(301)
  expect(answer.headers().location).toBe(`${server.baseUrl}/sign-in?next=/desk`)
})

test('the desk’s policy holds: nothing on the sign-in page breaks it', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && broken.push(message.text()))
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('nobody@paper.example')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('This e-mail address and')).toBeVisible()
  expect(broken).toEqual([])
})

test('a form sent from elsewhere is refused, and what Next would choke on never reaches it', async ({
  server,
  request,
}) => {
  const before = server.logs().length
  const post = (headers: Record<string, string>, data = 'a=1') => request.post('/sign-in', { headers, data })
  expect((await post({ origin: 'https://elsewhere.example' })).status()).toBe(403)
  expect(
    (await post({ origin: server.baseUrl, 'content-type': 'multipart/form-data; boundary=b' }, '--b\r\nhalf')).status(),
  ).toBe(400)
  expect((await request.get('/%E0%A4%A')).status()).toBe(400)
  expect(server.logs().slice(before)).not.toContain('"level":50')
})

test('the command line adds somebody, lists and disables them, and tells a wrong word with the help @postgres', async ({
  server,
}) => {
  const link = await stet(server, [
    'user',
    'add',
    'ines@paper.example',
    '--name',
    'Ines Amsari',
    '--role',
    'editor',
    '--sections',
    'all',
  ])
  expect(link).toMatch(new RegExp(`^${server.baseUrl}/set-password/\\S{20,}$`))
  expect(await stet(server, ['user', 'list'])).toContain(
    'ines@paper.example\tInes Amsari\teditor\tall sections\tinvited',
  )
  await stet(server, ['user', 'disable', 'ines@paper.example'])
  expect(await stet(server, ['user', 'list'])).toContain(
    'ines@paper.example\tInes Amsari\teditor\tall sections\tdisabled',
  )
  await expect(stet(server, ['user', 'promote'])).rejects.toThrow('user reset')
  await expect(stet(server, ['user', 'disable', 'nobody@paper.example'])).rejects.toThrow('was not found')
})
