namespace SurvivalKit;

/// <summary>There are too many tables of the same margins to be counted out; it does not leave the library.</summary>
internal sealed class TableTooLargeException : Exception;
