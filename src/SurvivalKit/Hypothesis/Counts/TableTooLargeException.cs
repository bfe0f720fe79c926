namespace SurvivalKit;

/// <summary>There are too many tables with the same margins to enumerate; caught within the library.</summary>
internal sealed class TableTooLargeException : Exception;
