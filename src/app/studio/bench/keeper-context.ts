import { createContext } from 'react';
import type { ThemeKeeper } from '../state/keep-theme';

/** Without one, as in tests, nothing is kept. */
export const KeeperContext = createContext<ThemeKeeper | undefined>(undefined);
