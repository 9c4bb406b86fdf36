import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { Kbd } from './kbd.tsx'

interface SearchBoxProps {
  readonly label: string
  readonly query: string
  readonly onChange: (query: string) => void
  readonly inputRef: Ref<HTMLInputElement>
  readonly onLeave: () => void
}

/** Escape clears it, and leaves it when there is nothing to clear. */
export function SearchBox({ label, query, onChange, inputRef, onLeave }: SearchBoxProps) {
  return (
    <SearchField
      aria-label={label}
      value={query}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && query === '') onLeave()
        else event.continuePropagation()
      }}
      className="flex items-center gap-2 rounded-[9px] border border-edge bg-surface px-3 focus-within:border-accent"
    >
      <Input
        ref={inputRef}
        placeholder={label}
        maxLength={200}
        className="min-w-0 flex-1 py-2 outline-none placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
      />
      <Kbd keys={query === '' ? '/' : 'Esc'} />
    </SearchField>
  )
}
