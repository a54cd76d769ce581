const refuse = () => Response.json({ error: 'not-found' }, { status: 404, headers: { 'cache-control': 'no-store' } })

export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as POST,
  refuse as PUT,
}
