import type { SessionFiles } from '#auth/stores.ts';
import { COSTS } from '#core/costs.ts';
import {
  access,
  replaceRow,
  type Access,
  type AccessContext,
} from './access.ts';

const READ = fileAccess(COSTS.fileRead.micros);
const WRITE = fileAccess(COSTS.fileWrite.micros);

/** The directory of session files on this server's disk. */
export function sessionFiles(context: AccessContext): SessionFiles {
  const { server, recorder, clock, phase } = context;
  return {
    all(code) {
      const { files } = server.state;
      const cost = Math.max(1, files.size) * READ.cost;
      const readAll = { ...READ, cost };
      return access(context, readAll, 'read', 'sess_*', code, () => ({
        rows: server.state.files.size,
        value: server.state.files,
      }));
    },

    read: (name, code) =>
      access(context, READ, 'read', name, code, () => {
        const file = server.state.files.get(name) ?? null;
        return { rows: file ? 1 : 0, value: file };
      }),

    write: (name, content, code) =>
      access(context, WRITE, 'write', name, code, () => {
        const now = clock.now();
        const file = { content, created: now, mtime: now };
        const changes = replaceRow(server, 'files', name, file);
        return { rows: 1, changes, value: undefined };
      }),

    delete: (name, code) =>
      access(context, WRITE, 'delete', name, code, () => {
        const changes = replaceRow(server, 'files', name, null);
        const existed = changes.length > 0;
        return { rows: existed ? 1 : 0, changes, value: existed };
      }),

    touch(name, code) {
      const file = server.state.files.get(name);
      if (!file) return;
      const touched = { ...file, mtime: clock.now() };
      for (const change of replaceRow(server, 'files', name, touched))
        recorder.note(phase, code, change);
    },
  };
}

function fileAccess(cost: number): Access {
  return { store: 'files', purpose: 'authentication', cost };
}
