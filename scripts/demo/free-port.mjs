import { createServer } from 'node:net';

/** The wished port if nothing listens on it, else one that the system gives. */
export async function freePort(wished) {
  return (await listenOn(wished)) ?? (await listenOn(0));
}

/** Listens for a moment. @returns {Promise<number | null>} the port, null if it is taken. */
function listenOn(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
