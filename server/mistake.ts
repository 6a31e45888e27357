type Status = 400 | 403 | 404 | 429 | 503

/** That somebody asked for what cannot be had, said so that they can ask again. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
  readonly statusCode: Status

  constructor(message: string, statusCode: Status = 400) {
    super(message)
    this.statusCode = statusCode
  }
}
