import { afterEach } from 'vitest';
import { startRoom, type Room, type RoomOptions } from '../src/emulator.ts';

/** A function that starts rooms, each of which is closed after the test that started it. */
export function rooms(): (options?: RoomOptions) => Promise<Room> {
  const open: Room[] = [];
  afterEach(async () => {
    for (const room of open.splice(0)) await room.close();
  });
  return async (options = {}) => {
    const room = await startRoom(options);
    open.push(room);
    return room;
  };
}
