import type { ReactNode } from 'react'

/** The screen of whoever is not in yet: what they must do at the start, what the mark means at the end. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh bg-canvas phone:grid-cols-2">
      <div className="grid content-center justify-items-center px-5 py-10">
        <div className="grid w-full max-w-80 gap-3.5">
          <p className="pb-1.5">
            <span className="dots-accent font-head text-[30px]/none font-semibold">Stet</span>
          </p>
          <h1 className="text-title text-muted">{title}</h1>
          {children}
        </div>
      </div>
      <aside className="grid content-center justify-items-center border-s border-line bg-surface px-5 py-10 max-phone:hidden">
        <div className="max-w-[420px]">
          <p className="font-head text-[34px]/[38px] font-semibold text-balance">
            The gates <s className="dots-changes decoration-withdrawn decoration-2">will</s> hold.
          </p>
          <p className="mt-4.5 font-text text-[17px]/[26px] text-muted">
            <em>Stet</em>: let it stand. Dots under a word that was struck out tell the printer to leave it as it was.
          </p>
        </div>
      </aside>
    </main>
  )
}
