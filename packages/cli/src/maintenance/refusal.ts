/** What was asked for cannot be done with this file or folder. The message says why, and nothing was changed. */
export class MaintenanceError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MaintenanceError';
  }
}
