export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-[18px] rounded-[3px] border border-current/40 px-1 text-center font-desk text-[11px]/4 font-medium max-phone:hidden">
      {children}
    </kbd>
  )
}
