import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxText } from '../../../src/discord/attachments/docx.ts';
import { readZipEntry } from '../../../src/discord/attachments/zip.ts';
import { docx, zip } from './archives.ts';

const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('the text of a Word document', () => {
  it('has one line a paragraph, its runs put together', () => {
    const body = paragraph(run('The river ') + run('flooded.')) + paragraph('') + paragraph(run('Two boats sank.'));
    expect(docxText(docx(body))).toBe('The river flooded.\n\nTwo boats sank.');
  });

  it('has letters as they are meant', () => {
    expect(
      docxText(docx(paragraph(run('a &lt; b &amp;amp; c &#8220;d&#x201D; &quot;e&apos; &unknown; &#x110000;')))),
    ).toBe(`a < b &amp; c “d” "e' &unknown;`);
  });

  it('has breaks, tabs and hyphens', () => {
    const body = paragraph(
      '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
    );
    expect(docxText(docx(body))).toBe('a\nb c-d');
  });

  it('has what was put in while changes were tracked, and not what was struck out or moved away', () => {
    const body = paragraph(
      '<w:ins><w:r><w:t>Two</w:t></w:r></w:ins><w:del><w:r><w:delText>Three</w:delText></w:r></w:del>' +
        '<w:moveFrom><w:r><w:t> old</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText><w:t> boats</w:t></w:r>',
    );
    expect(docxText(docx(body))).toBe('Two boats');
  });

  it('has the text of a box once', () => {
    const box = `<mc:AlternateContent><mc:Choice>${run('Box')}</mc:Choice><mc:Fallback>${run('Box')}</mc:Fallback></mc:AlternateContent>`;
    expect(docxText(docx(paragraph(box)))).toBe('Box');
  });

  it('is read whatever prefix its writer chose', () => {
    const bytes = zip({ 'word/document.xml': Buffer.from('<document><p><r><t>plain</t></r></p></document>') });
    expect(docxText(bytes)).toBe('plain');
  });
});

describe('an archive', () => {
  const archive = zip({ 'a.txt': Buffer.from('one'), 'word/b.txt': Buffer.from('two'.repeat(1_000)) });

  it('gives one of its files', () => {
    expect(Buffer.from(readZipEntry(archive, 'word/b.txt', 3_000) ?? []).toString()).toBe('two'.repeat(1_000));
    expect(readZipEntry(archive, 'b.txt', 3_000)).toBeNull();
  });

  it('gives nothing that is larger than wanted', () => {
    expect(readZipEntry(archive, 'word/b.txt', 2_999)).toBeNull();
    expect(
      readZipEntry(zip({ x: deflateRawSync(Buffer.alloc(10_000_000)) }, { packed: true }), 'x', 1_000_000),
    ).toBeNull();
  });

  it('is found behind a comment, and before nothing at all', () => {
    const comment = Buffer.from(`PK${'x'.repeat(500)}`);
    expect(readZipEntry(Buffer.concat([archive, comment]), 'a.txt', 10)).not.toBeNull();
    expect(readZipEntry(Buffer.alloc(0), 'a.txt', 10)).toBeNull();
    expect(readZipEntry(Buffer.alloc(21), 'a.txt', 10)).toBeNull();
  });

  it('that is damaged, in whatever place, is read or refused, and never throws', () => {
    const whole = docx(paragraph(run('The river flooded the harbour.')));
    const spoil = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(spoil, fc.nat(whole.length), fc.nat(20), (changes, cut, extra) => {
        const bytes = Buffer.concat([
          whole.subarray(0, cut > whole.length / 2 ? cut : whole.length),
          Buffer.alloc(extra),
        ]);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        expect(['string', 'object']).toContain(typeof docxText(bytes));
      }),
      { numRuns: 10_000 },
    );
  });

  it('of marks alone costs no more than its length', () => {
    const cost = (piece: string, length: number): number => {
      const bytes = docx(`<w:t>${piece.repeat(Math.floor(length / piece.length))}x`);
      const begun = process.cpuUsage().user;
      docxText(bytes);
      return (process.cpuUsage().user - begun) / 1_000;
    };
    for (const piece of ['<', '<w:t', '<w:t>', '<a', ' ', '&#x', '<mc:Fallback>', '<w:p/>']) {
      cost(piece, 100_000);
      // Sixteen times the length: what grows with the square costs 256 times as much.
      expect(cost(piece, 3_200_000)).toBeLessThan(64 * Math.max(5, cost(piece, 200_000)));
    }
  });
});
