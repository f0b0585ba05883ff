import { type DocumentNode, type GraphQLSchema, Kind, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** The fields whose meaning depends on the status. */
const OF_STATUS = new Set(['status', 'amount', 'value', 'atLeast']);

/**
 * Checks that each status is selected with fields of the same pay period. A status applies to one pay period: next to the
 * amount of another period, it could promise a number that is missing.
 *
 * @throws Error that names the type and says what to write instead
 */
export function checkFigures(schema: GraphQLSchema, document: DocumentNode): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: ({ selections }) => {
        const figure = types.getParentType();
        if (!figure || !('getFields' in figure) || figure.getFields().status?.type.toString() !== 'FigureStatus!')
          return;
        const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
        const named = fields.filter(({ alias, name }) => OF_STATUS.has(alias?.value ?? name.value));
        if (!named.some(({ alias, name }) => (alias ?? name).value === 'status')) return;
        const isOther = named.some(({ alias, name }) => alias && alias.value !== name.value);
        const periods = new Set(named.map(({ arguments: given = [] }) => given.map(print).join()));
        if (isOther || periods.size > 1) {
          throw new Error(
            `The status of ${figure.name} does not belong to the fields selected with it: ${named.map(print).join(' ')}. ` +
              'Select status, amount, value, and atLeast without aliases, all with the same "per". ' +
              'For another pay period, select the figure again: hourly: median { ...HourlyWage }.',
          );
        }
      },
    }),
  );
}
