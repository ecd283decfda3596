import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeCatalogIndex } from '../testing/catalog-index-contract.js';
import { categoryRow, productRow, recordRow } from '../testing/index-rows.js';
import { openNodeSqliteIndex } from './node-sqlite.js';
import { IndexTooNewError } from './sql-index.js';
import { INDEX_VERSION } from './tables.js';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-index-'));
  file = join(folder, 'en.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeCatalogIndex('openNodeSqliteIndex', (work) => work(openNodeSqliteIndex(':memory:')), {
  reopen(first, then) {
    first(openNodeSqliteIndex(file));
    then(openNodeSqliteIndex(file));
  },
});

/** Does something to the file behind the index's back. */
function tamper(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

function indexColumns(name: string): unknown[] {
  const database = new DatabaseSync(file);
  const columns = database.prepare(`SELECT name FROM pragma_index_xinfo('${name}')`).all();
  database.close();
  return columns.map((column) => column.name);
}

describe('openNodeSqliteIndex', () => {
  it('refuses a file that a later version has written, and says what to do', () => {
    openNodeSqliteIndex(file).put('products', productRow(1));
    tamper(`UPDATE index_version SET version = ${INDEX_VERSION + 1}`);
    expect(() => openNodeSqliteIndex(file)).toThrow(IndexTooNewError);
    expect(() => openNodeSqliteIndex(file)).toThrow(/deploy the newer code/);
    expect(() => openNodeSqliteIndex(file)).toThrow(expect.objectContaining({ code: 'index_too_new' }));
  });

  it('brings a file of the first version up to date and keeps its rows', () => {
    openNodeSqliteIndex(file).put('categories', categoryRow(1));
    tamper('ALTER TABLE categories DROP COLUMN orderReadAt');
    tamper('ALTER TABLE due DROP COLUMN secondLookAt');
    tamper('DROP INDEX products_byDetail');
    tamper('UPDATE index_version SET version = 1');
    const index = openNodeSqliteIndex(file);
    expect(index.get('categories', [1])).toEqual(categoryRow(1));
    index.put('categories', categoryRow(2, { orderReadAt: 5 }));
    expect(openNodeSqliteIndex(file).get('categories', [2])?.orderReadAt).toBe(5);
  });

  it('gives up what a file of the second version was indexed by, and keeps its rows', () => {
    openNodeSqliteIndex(file).put('records', recordRow('en:config', { type: 'config', settled: 0 }));
    tamper('DROP INDEX records_bySettled');
    tamper('CREATE INDEX records_bySettled ON records (settled)');
    tamper('CREATE INDEX categories_byRelist ON categories (relist)');
    tamper('UPDATE index_version SET version = 2');
    const index = openNodeSqliteIndex(file);
    expect(index.count('records', { by: 'bySettled', equals: [0, 'config'] })).toBe(1);
    expect(indexColumns('records_bySettled')).toEqual(['settled', 'type', 'key']);
    expect(indexColumns('categories_byRelist')).toEqual([]);
  });

  it('leaves a file that it refuses as it is', () => {
    openNodeSqliteIndex(file).put('products', productRow(1));
    tamper(`UPDATE index_version SET version = ${INDEX_VERSION + 1}`);
    expect(() => openNodeSqliteIndex(file)).toThrow(IndexTooNewError);
    tamper(`UPDATE index_version SET version = ${INDEX_VERSION}`);
    expect(openNodeSqliteIndex(file).get('products', [1])).toEqual(productRow(1));
  });

  it('writes no row when it opens a file that is up to date', () => {
    openNodeSqliteIndex(file);
    expect(openNodeSqliteIndex(file).rowsWritten).toBe(0);
  });

  it('refuses a row that lacks a column instead of storing nothing for it', () => {
    const { sku: _sku, ...rest } = productRow(1);
    const index = openNodeSqliteIndex(file);
    expect(() => Reflect.apply(index.put, index, ['products', rest])).toThrow(/"sku" must hold/);
    expect(index.get('products', [1])).toBeUndefined();
  });
});
