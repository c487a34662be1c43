import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleDetails } from '../../shared/model/article-details.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { OverrideField } from '../../shared/model/override.ts'
import { theHost } from '../api.ts'

/** Which article's facts of record are shown. */
export type DetailsState =
  | { readonly status: 'closed' }
  | { readonly status: 'loading'; readonly article: ArticleUid }
  | { readonly status: 'failed'; readonly article: ArticleUid; readonly error: AppError }
  | { readonly status: 'ready'; readonly article: ArticleUid; readonly details: ArticleDetails }

/** The details of an article: where it came from, and its facts corrected by hand. */
export const useDetails = defineStore('details', () => {
  const state = shallowRef<DetailsState>({ status: 'closed' })

  /** Shows an article's details. */
  async function open(article: ArticleUid): Promise<void> {
    state.value = { status: 'loading', article }
    await read(article)
  }

  function close(): void {
    state.value = { status: 'closed' }
  }

  /** Reads again what is shown. */
  async function refresh(): Promise<void> {
    if (state.value.status !== 'closed') await read(state.value.article)
  }

  async function read(article: ArticleUid): Promise<void> {
    const answer = await theHost().client.request('article.details', { uid: article })
    if (state.value.status === 'closed' || state.value.article !== article) return
    state.value = answer.ok
      ? { status: 'ready', article, details: answer.value }
      : { status: 'failed', article, error: answer.error }
  }

  /** Corrects a fact; null = it is unknown. Answers why it was refused, or null. */
  function correct(field: OverrideField, value: string | null): Promise<AppError | null> {
    return write(field, value, true)
  }

  /** Takes a correction back, so that the source's word counts again. */
  function takeBack(field: OverrideField): Promise<AppError | null> {
    return write(field, null, false)
  }

  async function write(field: OverrideField, value: string | null, keep: boolean): Promise<AppError | null> {
    if (state.value.status === 'closed') return null
    const { article } = state.value
    const done = await theHost().client.request('article.correct', { uid: article, field, value, keep })
    if (!done.ok) return done.error
    await read(article)
    return null
  }

  return { state, open, close, refresh, correct, takeBack }
})
