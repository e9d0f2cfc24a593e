import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// As in vitest.config.ts: what is correct must not fail because the machine is busy.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
