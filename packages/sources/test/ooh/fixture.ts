/** A page in the layout of the Handbook, about an occupation that does not exist. */
export const FILE = 'lantern-keepers.html';
const HELP =
  '<a href="#TB_inline?inlineId=about" class="thickbox about-this-section noprint">    About this section</a>';

const fact = (label: string, value: string) =>
  `<tr>\n<th scope="row"><a href="#TB_inline" class="thickbox noprint">\t${label}</a></th>\n<td>\n  ${value}\n</td></tr>`;

const rows = (cells: readonly (readonly [string, string])[]) =>
  `<table class="ooh-tab-table"><tbody>${cells.map(([name, value]) => `\n<tr class="odd"><td>${name}</td>\n<td style="text-align:right;">\n  ${value}\n</td></tr>`).join('')}\n</tbody></table>`;

const chart = (bars: readonly (readonly [string, string])[]) =>
  `<div class="ooh-chart"><div><h3>Lantern Keepers</h3><p>Chart</p><dl>${bars.map(([name, value]) => `<dt><span> ${name} </span></dt><dd><div></div><div class="value"><p><span> ${value} </span></p></div></dd>`).join('')}<dt>&nbsp;</dt><dd class="legend"></dd></dl><p class="footer">Note</p></div></div>`;

const image =
  '<div class="ooh_right_img"><img src="/ooh/images/1.jpg" alt="Keeper"><div class="image-caption">A keeper at dusk.</div></div>';

const tab = (number: number, id: string, heading: string, body: string) => `
<div id="tab-${number}" style="display: none;">
<article aria-labelledby="${id}">
<h2 id="${id}"><span>    ${heading}</span> ${HELP}</h2>
${body}
</article>
<div class="clearfloat"></div>
<nav><div class="tab-footer"><a href="#tab-1" class="noprint">&lt;- Summary</a></div></nav>
</div>`;

export const WHAT_THEY_DO = `${image}
<p>Lantern keepers light&nbsp;and mend lanterns for <a href="/ooh/sales/wick-sellers.htm" title="Wick Sellers"><span class="underline">wick sellers</span></a>.</p>
<h3>Duties</h3>
<p>Lantern keepers typically do the following:</p>
<ul>
<li>Trim wicks &amp; fill oil</li>
<li>Walk the <a href="https://example.org/route">evening route</a></li>
</ul>
<p>The two kinds are these:</p>
<p><strong><em>Harbor keepers </em></strong>mind the pier lights. They <em>row</em> out at night.</p>
<p><em><strong>Hill keepers—</strong></em>seldom seen—climb to the beacons.</p>
<p>A <strong>warden</strong> counts them.</p>`;

export const WORK_ENVIRONMENT = `${image}
<p>Lantern keepers held about 1.2 million jobs in 2024. Employment in the detailed occupations that make up lantern keepers was distributed as follows:</p>
${rows([
  ['Harbor keepers', '800,000'],
  ['Hill keepers', '400,000'],
])}
<p>The largest employers of lantern keepers were as follows:</p>
${rows([
  ['Harbors; public', '61%'],
  ['Inns', '22'],
])}
<h3>Injuries and Illnesses</h3>
<p>Burns are common.</p>
<h3>Work Schedules</h3>
<p>Nights, mostly.</p>`;

export const BECOME_ONE = `${image}
<p>Keepers learn from other keepers.</p>
<h3><span class="invisible">empty heading</span></h3>
<h3>Education</h3>
<p>No diploma is asked for.<del datetime="2025-01-01">Old words.</del></p>
<h3>Licenses, Certifications, and Registrations</h3>
<p>Some harbors ask for a license.</p>
<h3>Important Qualities</h3>
<p>Two matter most.</p>
<p><strong><em>Steady hands.</em></strong> Oil must not be spilled.</p>
<p><em>Good eyesight.</em> Dusk comes early.</p>
<h3>Advancement</h3>
<p>A keeper may become a warden.</p>`;

export const PAY = `${chart([
  ['Production occupations', '$45,000'],
  ['Lantern keepers', '$41,230'],
])}
<p>
The median annual wage for lantern keepers was $41,230 in May 2024.
The lowest 10 percent earned less than $30,010, and the highest 10 percent earned more than $62,500.
</p><p>
</p>
<p>In May 2024, the median annual wages for lantern keepers in the top industries in which they worked were as follows:</p>
${rows([
  ['Harbors; public', '$44,100'],
  ['Inns', '239,200 or more'],
])}
<p>Most work full time.</p>`;

export const OUTLOOK = `${chart([
  ['Lantern keepers', '-3%'],
  ['Total, all occupations', '3%'],
])}
<p>Overall employment of lantern keepers is projected to decline 3 percent from 2024 to 2034.</p>
<p>Despite declining employment, about 90,100 openings for lantern keepers are projected each year, on average, over the decade.</p>
<h3>Employment</h3>
<p>Electric light spreads.</p>
<table class="regular" id="outlook-table"><caption>Projections</caption>
<thead><tr><th>Occupational Title</th><th>SOC Code</th><th>Employment, 2024</th><th>Projected Employment, 2034</th><th colspan="2">Change, 2024–34</th><th>Employment by Industry</th></tr>
<tr><th>Percent</th><th>Numeric</th></tr></thead>
<tfoot><tr><td colspan="8"><p>SOURCE: nobody</p></td></tr></tfoot>
<tbody>
<tr><th><p><strong>Lantern keepers</strong></p></th><td>—</td><td>1,200,000</td><td>1,164,000</td><td>-3</td><td>-36,000</td><td>—</td></tr>
<tr><th>Harbor keepers</th><td>51-0001</td><td>800,000</td><td>784,000</td><td>-2</td><td>-16,000</td><td><a href="https://data.bls.gov/x">Get data</a></td></tr>
<tr><th>Hill keepers</th><td>51-0002</td><td>400,000</td><td>380,000</td><td>-5</td><td>-20,000</td><td><a href="https://data.bls.gov/y">Get data</a></td></tr>
</tbody></table>`;

export const SIMILAR = `<p>This table shows occupations.</p>
<div class="dataTables_wrapper"><table id="similar-occupations">
<thead><tr><th> </th><th>Occupation</th><th>Job Duties</th><th>ENTRY-LEVEL EDUCATION <a class="thickbox"><img alt="Help"></a></th><th>2024 MEDIAN PAY <a class="thickbox"><img alt="Help"></a></th></tr></thead>
<tbody>
<tr><td><a href="/ooh/sales/wick-sellers.htm"><img alt="Seller"></a></td>
<td><strong><a href="/ooh/sales/wick-sellers.htm">    Wick Sellers</a></strong></td><td><p>Wick sellers sell wicks.</p></td>
<td><span title="2. High school">High school diploma or equivalent</span></td><td><span title="38000">$38,000</span></td></tr>
<tr><td><a href="/ooh/legal/beacon-judges.htm"></a></td>
<td><strong><a href="/ooh/legal/beacon-judges.htm">Beacon Judges</a></strong></td><td><p>Beacon judges settle quarrels.</p></td>
<td>Doctoral or professional degree</td><td>This wage is equal to or greater than $239,200 per year.</td></tr>
</tbody></table></div>`;

export const MORE_INFORMATION = `<p>For more about oil, visit</p>
<p><a class="external" href="https://oil.example.org/" target="_blank">Society of Oil</a></p>
<p>For a license, ask the <a href="https://harbor.example.org/">Harbor Office</a>.</p>
<h3>CareerOneStop</h3>
<p>For a career video, visit</p>
<p><a href="https://www.careeronestop.org/v">Lantern Keepers</a></p>
<h3>O*NET</h3>
<p><a class="external" href="https://www.onetonline.org/link/summary/51-0001.00">Harbor Keepers</a></p>`;

const SUMMARY = `
<div id="tab-1"><article><h2 id="Summary"><span>Summary</span></h2>
<div id="center-content">
<div class="youtube-player" data-id="abc-123"><p style="display: none;">Please enable javascript.</p></div>
<a href="https://www.youtube.com/watch?v=abc-123">Video transcript available.</a>
<table id="quickfacts"><thead><tr><th colspan="2">Quick Facts: Lantern Keepers</th></tr></thead><tbody>
${fact('2024     Median Pay', '$41,230     per year <br>$19.82     per hour')}
${fact('Typical Entry-Level Education', 'No formal educational credential')}
${fact('Work Experience in a Related Occupation', '5 years or more')}
${fact('On-the-job Training', 'None')}
${fact('Number of Jobs, 2024', '1,200,000')}
${fact('Job Outlook, 2024–34', '-3% (Decline)')}
${fact('Employment Change, 2024–34', '-36,000')}
</tbody></table>
<h3><a class="tab_link" href="#tab-2">What Lantern Keepers Do</a></h3>
<p>Lantern keepers light and mend lanterns.</p>
<h3><a class="tab_link" href="#tab-3">Work Environment</a></h3>
<p>They work outdoors.</p>
<h3><a class="tab_link" href="#tab-7">State &amp; Area Data</a></h3>
<p>Explore resources.</p>
</div></article></div>`;

const HEAD = `<!DOCTYPE html><html lang="en"><head><title>Lantern Keepers</title>
<link rel="canonical" href="https://www.bls.gov/ooh/production/lantern-keepers.htm">
<meta name="description" content="Lantern keepers light and mend lanterns.">
<script>var x = "<p>not text</p>";</script></head><body>
<nav><a href="/">Home</a></nav>
<h1>    Lantern Keepers</h1>
<ul class="tabs"><li><a href="#tab-1">Summary</a></li></ul>
<div id="panes">`;

const FOOT = `
</div>
<p class="update"><strong>    Last Modified Date:</strong>
   Thursday, August 28, 2025   </p>
<div style="display:none;"><div id="about-pay"><h2>Pay</h2><p>The <em>Pay</em> tab describes pay.</p></div></div>
</body></html>
`;

export const PAGE = [
  HEAD,
  SUMMARY,
  tab(2, 'what-they-do', ' What Lantern Keepers Do', WHAT_THEY_DO),
  tab(3, 'work-environment', 'Work Environment', WORK_ENVIRONMENT),
  tab(4, 'become-one', 'How to Become a Lantern Keeper', BECOME_ONE),
  tab(5, 'pay', 'Pay', PAY),
  tab(6, 'job-outlook', 'Job Outlook', OUTLOOK),
  tab(7, 'state-area-data', 'State &amp; Area Data', '<h3>Maps</h3><p>Links.</p>'),
  `<div id="tab-8"><h2 id="similar-jobs"><span>Similar Occupations</span> ${HELP}</h2>${SIMILAR}</div>`,
  tab(9, 'more-information', 'Contacts for More Information', MORE_INFORMATION),
  FOOT,
].join('');

/** The page with one text changed. */
export function changed(from: string, to: string, page = PAGE): string {
  if (page.split(from).length !== 2) throw new Error(`The fixture has not exactly one "${from}"`);
  return page.replace(from, () => to);
}

const section = (name: string, title: string, body: string) =>
  `<${name}>\n<section_title type="string">${title}</section_title>\n<section_body type="html"><![CDATA[${body}]]></section_body>\n</${name}>`;

const quickFact = (name: string, value: string, more = '') =>
  `<${name}>\n<help>Ignored</help><value>${value}</value>${more}</${name}>`;

/** The same profile in the layout of the bulk file. */
export const OCCUPATION = `<occupation>
<title>Lantern Keepers</title>
<description><![CDATA[<p>Lantern keepers light and mend lanterns.</p>]]></description>
<occupation_code>Z001</occupation_code>
<citation>Occupational Outlook Handbook, Lantern Keepers, at https://www.bls.gov/ooh/production/lantern-keepers.htm (visited)</citation>
<soc_coverage><soc_code>51-0001</soc_code><soc_code>51-0002</soc_code></soc_coverage>
<occupation_name_short_singular>Lantern Keeper</occupation_name_short_singular>
<video_link>https://www.youtube.com/watch?v=abc-123</video_link>
<quick_facts>
${quickFact('qf_median_pay_annual', '41230', '<range>$40,000 to $59,999</range>')}
${quickFact('qf_median_pay_hourly', '19.82')}
${quickFact('qf_entry_level_education', 'No formal educational credential')}
${quickFact('qf_work_experience', '5 years or more')}
${quickFact('qf_on_the_job_training', 'None')}
${quickFact('qf_number_of_jobs', '1200000')}
${quickFact('qf_employment_outlook', '-3', '<description>Decline</description>')}
${quickFact('qf_employment_openings', '-36000')}
</quick_facts>
<summary_what_they_do><![CDATA[<h4>What Lantern Keepers Do</h4><p>Lantern keepers light and mend lanterns.</p>]]></summary_what_they_do>
<summary_work_environment>&lt;p&gt;They work outdoors.&lt;/p&gt;</summary_work_environment>
${section('what_they_do', 'What Lantern Keepers Do', WHAT_THEY_DO)}
${section('work_environment', 'Work Environment', WORK_ENVIRONMENT)}
${section('how_to_become_one', 'How to Become a Lantern Keeper', BECOME_ONE)}
${section('pay', 'Pay', PAY)}
${section('job_outlook', 'Job Outlook', OUTLOOK)}
${section('similar_occupations', 'Similar Occupations', SIMILAR)}
${section('more_information', 'More Information', MORE_INFORMATION)}
</occupation>`;

export const bulk = (...occupations: readonly string[]) => `<?xml version="1.0" encoding="utf-8"?>
<ooh>
<publication_title>Occupational Outlook Handbook</publication_title>
<current_year>2024</current_year>
<projection_year>2034</projection_year>
<last_updated>8/28/2025</last_updated>
${occupations.join('\n')}
</ooh>
`;
