/**
 * A PDF of one page for each text, its first line large: files of the demo are real ones, and nobody's. Only signs that
 * every reader of PDF can write without a font of ours.
 */
export function drawSlides(pages: readonly string[]): Buffer {
  const kids = pages.map((_page, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 842 595] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      streamOf(page),
    ]),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}` +
      `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

function streamOf(page: string): string {
  const lines = page.split('\n').map((line, index) => {
    const [size, drop] = index === 0 ? [44, 0] : [26, 90];
    return `/F ${size} Tf 0 -${index === 1 ? drop : 44} Td (${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj`;
  });
  const content = `BT 60 480 Td ${lines.join('\n')} ET`;
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
