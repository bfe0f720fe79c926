using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Cells;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine;

/// <summary>
/// Turns compiler diagnostics and exceptions into what a reader of the notebook needs: the message and the lines of the notebook.
/// </summary>
internal sealed partial class FailureReport(IReadOnlyDictionary<string, string> cellSources, string workingDirectory)
{
    public CellFailure Compilation(string cellPath, IReadOnlyList<Diagnostic> errors)
    {
        Diagnostic first = errors[0];
        FileLinePositionSpan place = first.Location.GetLineSpan();
        bool isInCell = place.Path == cellPath;
        return new CellFailure(CellFailureKind.Compilation, first.Id, first.GetMessage(CultureInfo.InvariantCulture))
        {
            Line = isInCell ? place.StartLinePosition.Line + 1 : null,
            Column = isInCell ? place.StartLinePosition.Character + 1 : null,
            Traceback = [.. errors.SelectMany(error => Describe(cellPath, error))],
        };
    }

    public CellFailure Runtime(string cellPath, Exception exception)
    {
        var traceback = ImmutableArray.CreateBuilder<string>();
        int? line = null;
        string prefix = "";
        for (Exception? link = exception; link is not null; link = link.InnerException)
        {
            traceback.Add($"{prefix}{link.GetType().FullName}: {link.Message}");
            foreach (StackFrame frame in new StackTrace(link, fNeedFileInfo: true).GetFrames())
            {
                // The compiler turns the names of cells into paths in the working directory.
                if (frame.GetFileName() is not { } file)
                {
                    continue;
                }

                string path = Path.GetRelativePath(workingDirectory, file);
                if (!cellSources.TryGetValue(path, out string? source))
                {
                    continue;
                }

                int number = frame.GetFileLineNumber();
                if (path == cellPath)
                {
                    line ??= number;
                }

                string place = string.Create(CultureInfo.InvariantCulture, $"   at {Where(frame)}{path}, line {number}");
                traceback.Add(LineOf(source, number) is { Length: > 0 } text ? $"{place}: {text}" : place);
            }
            prefix = "caused by ";
        }
        return new CellFailure(CellFailureKind.Runtime, exception.GetType().FullName!, exception.Message)
        {
            Line = line,
            Traceback = traceback.ToImmutable(),
            Exception = exception,
        };
    }

    private IEnumerable<string> Describe(string cellPath, Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetLineSpan();
        int line = place.StartLinePosition.Line + 1;
        int column = place.StartLinePosition.Character + 1;
        string file = place.Path == cellPath || place.Path.Length == 0 ? "" : place.Path + ", ";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{file}line {line}, column {column}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
        if (!cellSources.TryGetValue(place.Path, out string? source))
        {
            yield break;
        }

        string text = source.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd() ?? "";
        if (text.Length == 0)
        {
            yield break;
        }

        int length = place.EndLinePosition.Line == place.StartLinePosition.Line
            ? Math.Max(1, place.EndLinePosition.Character - place.StartLinePosition.Character)
            : Math.Max(1, text.Length - column + 1);
        yield return "  " + text;
        yield return "  "
            + new string([.. text.Take(column - 1).Select(character => character == '\t' ? '\t' : ' ')])
            + new string('^', length);
    }

    private static string LineOf(string source, int line) => source.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";

    /// <summary>
    /// The method by its name in the cell, with "in"; empty for the cell's top-level code. Compiler-generated names contain it in brackets.
    /// </summary>
    private static string Where(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method)
        {
            return "";
        }

        bool isStateMachine = method.Name == "MoveNext" && method.DeclaringType?.Name.StartsWith('<') == true;
        string name = isStateMachine ? method.DeclaringType!.Name : method.Name;
        Match made = MadeName().Match(name);
        if (made.Success)
        {
            name = made.Groups["local"].Success ? made.Groups["local"].Value : made.Groups["outer"].Value;
        }

        return name is "" or "Initialize" or "Factory" or "Main" ? "" : name + " in ";
    }

    [GeneratedRegex(
        @"^<(?:<(?<outer>[^<>]*)>[^<>]*|(?<outer>[^<>]*))>(?:g__(?<local>[^|]+)\||.*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MadeName();
}
