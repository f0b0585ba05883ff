import { cite, formatCount, formatRange, formatWage } from '@careergraph/sdk';
import { h } from 'vue';

/** A career's page: `career` is what `client.careerPage` answers with, `problem` why a part of it is missing. */
export const CareerPage = {
  props: ['career', 'problem'],
  setup({ career, problem }) {
    const { salary, states, growth, duties } = career;
    return () =>
      h('main', [
        h('h1', career.title),
        h('p', career.summary),
        h('div', { class: 'figures' }, [
          salary
            ? h('section', [
                h('h2', `Pay in ${salary.area.name}`),
                h(
                  'p',
                  { class: 'median' },
                  `${formatWage(salary.median)} a year, ${formatWage(salary.hourlyMedian, { per: 'HOUR' })} an hour`,
                ),
                h('p', `Most earn ${formatRange(salary.p10, salary.p90)}.`),
                salary.resolution.exact ? null : h('p', salary.resolution.explanation),
                h('small', cite(salary.provenance)),
              ])
            : h('p', problem ?? 'No wage is published for this career there.'),
          growth
            ? h('section', [
                h('h2', `Outlook ${growth.baseYear}–${growth.projectedYear}`),
                h(
                  'p',
                  { class: 'median' },
                  `${growth.percent.display}, ${formatCount(growth.annualOpenings)} openings a year`,
                ),
                growth.resolution.exact ? null : h('p', growth.resolution.explanation),
                h('small', cite(growth.provenance)),
              ])
            : null,
        ]),
        states.edges.length > 0
          ? h('section', [
              h('h2', 'By state'),
              h(
                'table',
                states.edges.map(({ rank, node }) =>
                  h('tr', [h('td', String(rank ?? '')), h('td', node.area.name), h('td', formatWage(node.mean))]),
                ),
              ),
              ...states.leftOut.map(({ area, reason }) => h('p', `${area.name}: ${reason}`)),
              h('small', states.release?.citation),
            ])
          : null,
        h('section', { id: 'duties' }, [
          h('h2', 'Duties'),
          h(
            'ul',
            duties.map(({ title }) => h('li', title)),
          ),
          ...sourcesOf(career, 'DUTIES'),
        ]),
      ]);
  },
};

/** Where a section is from, with the attribution that its license asks for; or why the career has no such section. */
function sourcesOf({ origins, absentSections }, name) {
  const missing = absentSections.find(({ section }) => section === name);
  if (missing) return [h('p', missing.reason)];
  return origins
    .filter(({ section }) => section === name)
    .map(({ explanation, citation, source: { attribution } }) =>
      h('small', `${explanation} ${cite({ citation, attribution })}`),
    );
}
