/** The server cannot go on with a request, and the request is not to blame: a store refused what the server asked of it. */
export class ServerFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServerFault';
  }
}
