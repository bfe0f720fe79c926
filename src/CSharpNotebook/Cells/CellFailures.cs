namespace CSharpNotebook.Cells;

/// <summary>The failures of commands and languages, as exceptions.</summary>
internal static class CellFailures
{
    /// <summary>A command that is unknown, or that lacks required arguments.</summary>
    public static CellFailedException Command(string message, int? line = null) =>
        new(new CellFailure(CellFailureKind.Unsupported, "UnknownCommand", message) { Line = line });

    /// <summary>A variable that does not exist, or that a language cannot represent.</summary>
    public static CellFailedException Value(string message, Exception? cause = null) =>
        new(new CellFailure(CellFailureKind.Runtime, "ValueNotShared", message) { Exception = cause });

    /// <summary>A language that cannot be used on this machine or in this host.</summary>
    public static CellFailedException Language(string message, int? line = null) =>
        new(new CellFailure(CellFailureKind.Unsupported, "UnsupportedLanguage", message) { Line = line });
}
