import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { askHidden, Interrupted } from './hidden-prompt.js';

class Keyboard extends EventEmitter {
  isRaw = false;
  isPaused = true;

  setRawMode(isRaw: boolean) {
    this.isRaw = isRaw;
  }
  setEncoding() {}
  resume() {
    this.isPaused = false;
  }
  pause() {
    this.isPaused = true;
  }
}

function scene() {
  const keyboard = new Keyboard();
  const shown: string[] = [];
  const answer = askHidden('Sync secret: ', keyboard, { write: (text: string) => shown.push(text) });
  return { keyboard, shown, answer };
}

test('takes a line and shows nothing of it', async () => {
  const { keyboard, shown, answer } = scene();
  expect(keyboard.isRaw).toBe(true);
  for (const keys of ['hx', '\u007f', 'unter2 é', '\r']) keyboard.emit('data', keys);
  expect(await answer).toBe('hunter2 é');
  expect(shown.join('')).toBe('Sync secret: \n');
});

test('echoes nothing of what is typed as soon as the question appears', async () => {
  const keyboard = new Keyboard();
  const states: boolean[] = [];
  const answer = askHidden('Sync secret: ', keyboard, { write: () => states.push(keyboard.isRaw) });
  expect(states).toEqual([true]);
  keyboard.emit('data', '\r');
  await answer;
});

test('takes a line that is pasted with its end', async () => {
  const { keyboard, answer } = scene();
  keyboard.emit('data', 'pasted\nrest');
  expect(await answer).toBe('pasted');
});

test('gives the terminal back, also on Ctrl-C', async () => {
  const { keyboard, answer } = scene();
  keyboard.emit('data', 'half\u0003');
  await expect(answer).rejects.toThrow(Interrupted);
  expect([keyboard.isRaw, keyboard.isPaused, keyboard.listenerCount('data')]).toEqual([false, true, 0]);
});
