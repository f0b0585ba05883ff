import { type DocumentNode, type GraphQLSchema, Kind, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** The fields of a figure that its status speaks of. */
const OF_STATUS = new Set(['status', 'amount', 'value', 'atLeast']);

/**
 * A status says of one pay period whether there is a number: beside the amount of another period it would promise a
 * number where there is none.
 *
 * @throws Error naming the type and what to write instead
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
            `A ${figure.name} is selected with a status that speaks of something else: ${named.map(print).join(' ')}. ` +
              'Select status, amount, value and atLeast under their own names, all with the same "per"; ' +
              'for another pay period select the figure again: hourly: median { ...HourlyWage }.',
          );
        }
      },
    }),
  );
}
