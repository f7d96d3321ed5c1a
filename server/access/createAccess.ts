/** The opening policy that the settings name, and the routes that go with it. */
import type { FastifyInstance } from 'fastify';
import type { CustomFetch } from 'openid-client';
import type { StoreSettings } from '../openStore.ts';
import type { SyncLimits } from '../sync/limits.ts';
import { createOpenPolicy, type OpenPolicy } from '../sync/openPolicy.ts';
import type { AccessSettings } from './accessSettings.ts';
import type { InviteBook } from './inviteBook.ts';
import { createInvitePolicy } from './invitePolicy.ts';

export interface AccessOptions {
  readonly access: AccessSettings;
  readonly store: StoreSettings;
  readonly limits: SyncLimits;
  readonly names: () => readonly string[];
  readonly isSecure: boolean;
  readonly now?: () => number;
  readonly ask?: CustomFetch;
}

export interface Access {
  readonly policy: OpenPolicy;
  readonly addRoutes: (app: FastifyInstance) => void;
  readonly close: () => Promise<void>;
}

export const openInviteBook = async ({
  dataDir,
  databaseUrl,
}: StoreSettings): Promise<InviteBook> => {
  if (databaseUrl === null) {
    const { createSqliteInvites } = await import('../store/sqlite/sqliteInvites.ts');
    return createSqliteInvites(dataDir);
  }
  const { createPostgresInvites } = await import('../store/postgres/postgresInvites.ts');
  return createPostgresInvites(databaseUrl);
};

const nothing = { addRoutes: () => {}, close: async () => {} };

/** Throws with words where invitations cannot be read. */
export const createAccess = async (options: AccessOptions): Promise<Access> => {
  const { access, limits, names, isSecure, now = Date.now, ask } = options;
  const perOpener = { channels: limits.openerChannels, bytes: limits.openerBytes };
  switch (access.is) {
    case 'open':
      return { policy: createOpenPolicy(access.where, limits), ...nothing };
    case 'invite': {
      const book = await openInviteBook(options.store);
      return { ...nothing, policy: createInvitePolicy(book, perOpener), close: book.close };
    }
    case 'oidc': {
      const { oidc } = access;
      const [{ createOidcPolicy }, { createProvider }, { addAuthRoutes }] = await Promise.all([
        import('./oidcPolicy.ts'),
        import('./provider.ts'),
        import('./authRoutes.ts'),
      ]);
      const provider = createProvider(oidc, ask);
      return {
        ...nothing,
        policy: createOidcPolicy(oidc.secret, perOpener, now),
        addRoutes: (app) => addAuthRoutes(app, { oidc, provider, names, isSecure, now }),
      };
    }
  }
};
