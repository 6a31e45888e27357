import { describe, expect, it } from 'vitest'
import { transitionMatrix } from '../../../analytics/measures/transition-matrix.ts'
import { movesOf, transitionMatrixChart } from '../../../dashboards/charts/transition-matrix.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of the transition matrix', () => {
  itIsDrawnAsBefore(transitionMatrix, transitionMatrixChart)

  it('names the move that most schools made, of how many compared', () => {
    const answer = answerFrom(transitionMatrix, typical, { strand: 'Leadership and Management' })
    expect(transitionMatrixChart(answer).finding).toBe(
      'Most common move: Developing to Establishing, 2 of 9 schools compared',
    )
  })

  it('names no move where two are as common', () => {
    const answer = answerFrom(transitionMatrix, typical, { strand: 'Community and partnerships' })
    expect(transitionMatrixChart(answer).finding).toBe('8 schools compared: no one move is the most common')
  })

  it('says so when nothing can be compared, and says nothing that is suppressed', () => {
    const finding = (facts: typeof typical, audience: 'hub' | 'council' = 'hub') =>
      transitionMatrixChart(answerFrom(transitionMatrix, facts, { audience })).finding
    expect(finding(notAudited)).toBe('No school has been rated in this strand yet')
    expect(finding(oneSchool)).toBe('No two audits can be compared in this strand')
    expect(finding(few, 'council')).toBe('Some numbers among 7 schools are too small to show')
  })

  it('calls a move to a higher level up, and to a lower level down', () => {
    const moves = movesOf(answerFrom(transitionMatrix, typical))
    const directionOf = (from: string, to: string) =>
      moves.find((move) => move.from === from && move.to === to)?.direction
    expect(directionOf('Focusing', 'Enhancing')).toBe('up')
    expect(directionOf('Enhancing', 'Establishing')).toBe('down')
    expect(directionOf('Developing', 'Developing')).toBe('same')
  })
})
