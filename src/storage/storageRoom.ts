/** How much room there is, and whether the browser has promised not to clear it. Told only where the browser tells. */
export interface StorageRoom {
  /** Bytes. */
  readonly used: number | null;
  readonly allowed: number | null;
  readonly persisted: boolean | null;
}

type Manager = Partial<StorageManager> | undefined;

export const readRoom = async (manager: Manager): Promise<StorageRoom> => {
  const [estimate, persisted] = await Promise.all([
    manager?.estimate?.().catch(() => null),
    manager?.persisted?.().catch(() => null),
  ]);
  return {
    used: estimate?.usage ?? null,
    allowed: estimate?.quota ?? null,
    persisted: persisted ?? null,
  };
};

/** Asks once more. Some browsers answer at once without asking the person, Firefox when the person has answered. */
export const askToKeep = async (manager: Manager): Promise<StorageRoom> => {
  await manager?.persist?.().catch(() => false);
  return readRoom(manager);
};
