import { useEffect, useState } from 'react'
import type { Readable } from '../../shared/readable.ts'
import type { Review } from '../review/review.ts'
import type { Steadyline } from './steadyline.ts'
import { watching } from './use-agenda.ts'

/** Null until it is loaded and the store is open. */
export function useReview(steadyline: Steadyline, isOpen: boolean): Review | null {
  const [review, setReview] = useState<Review | null>(null)
  useEffect(() => {
    if (!isOpen) return
    let isWanted = true
    void steadyline.review().then((loaded) => {
      if (isWanted) setReview(loaded)
    })
    return () => {
      isWanted = false
    }
  }, [steadyline, isOpen])
  return review
}

/** What is watched, told again after each change; the last find stays while another look begins. */
export function useWatched<Value>(watched: Readable<Value | undefined> | null): Value | undefined {
  const [found, setFound] = useState<Value>()
  useEffect(() => {
    if (watched === null) return
    return watching(watched, (value) => {
      if (value !== undefined) setFound(value)
    })
  }, [watched])
  return found
}
