using System.Collections.Immutable;
using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Engine;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;

namespace CSharpNotebook.Languages.FSharp;

/// <summary>Converts a failure of the F# compiler, or of the code that it compiled, with lines and columns of the cell.</summary>
internal static class FSharpFailure
{
    /// <summary>The failure as the end of a cell.</summary>
    /// <param name="exception">The exception from the session.</param>
    /// <param name="diagnostics">The compiler's diagnostics.</param>
    /// <param name="path">The name of the execution that failed.</param>
    /// <param name="sources">The texts of all executions by name.</param>
    /// <param name="workingDirectory">The folder to which the compiler resolves these names.</param>
    public static CellFailedException From(
        Exception exception,
        FSharpDiagnostic[] diagnostics,
        string path,
        IReadOnlyDictionary<string, string> sources,
        string workingDirectory)
    {
        FSharpDiagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity == FSharpDiagnosticSeverity.Error)];
        // What the code throws is also listed among the diagnostics.
        if (exception is not Shell.FsiCompilationException || errors.Length == 0)
        {
            return new CellFailedException(new FailureReport(sources, workingDirectory).Runtime(path, exception));
        }

        return new CellFailedException(new CellFailure(CellFailureKind.Compilation, errors[0].ErrorNumberText, Sentence(errors[0].Message))
        {
            Line = errors[0].StartLine,
            Column = errors[0].StartColumn + 1,
            Traceback = [.. errors.SelectMany(error => Point(error, sources.GetValueOrDefault(path) ?? ""))],
        });
    }

    /// <summary>A message of the compiler in one line.</summary>
    public static string Describe(FSharpDiagnostic diagnostic)
    {
        string kind = diagnostic.Severity == FSharpDiagnosticSeverity.Warning ? "warning " : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {diagnostic.StartLine}, column {diagnostic.StartColumn + 1}: {kind}{diagnostic.ErrorNumberText}: {Sentence(diagnostic.Message)}");
    }

    private static ImmutableArray<string> Point(FSharpDiagnostic error, string source)
    {
        string text = source.Split('\n').ElementAtOrDefault(error.StartLine - 1)?.TrimEnd() ?? "";
        if (text.Length == 0)
        {
            return [Describe(error)];
        }

        int length = error.StartLine == error.EndLine
            ? Math.Max(1, error.EndColumn - error.StartColumn)
            : Math.Max(1, text.Length - error.StartColumn);
        return [Describe(error), "  " + text, "  " + new string(' ', error.StartColumn) + new string('^', length)];
    }

    private static string Sentence(string message) =>
        string.Join(' ', message.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
