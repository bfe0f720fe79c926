using System.Globalization;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Languages.PowerShell;

/// <summary>PowerShell, where <c>pwsh</c> is found. Its cells share variables; an interrupted one loses them.</summary>
internal sealed class PowerShellLanguage(LanguageHost host) : ILanguageKernel
{
    /// <summary>The message where PowerShell is not installed.</summary>
    internal const string NotFound =
        "There is no PowerShell on this machine: no pwsh was found in the folders of PATH; it comes from https://github.com/PowerShell/PowerShell.";

    private readonly List<string> _waiting = [];
    private PowerShellProgram? _program;

    public IReadOnlyList<SessionVariable> Variables => [];

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0);
        string pwsh = PowerShellProgram.Find(Environment.GetEnvironmentVariable("PATH")) ?? throw CellFailures.Language(NotFound);
        _program ??= new PowerShellProgram(pwsh, host.WorkingDirectory);
        string[]? error;
        try
        {
            // On the first line, so that the lines of the cell keep their numbers.
            string script = string.Concat(_waiting.Select(assignment => assignment + "; ")) + part.Text;
            error = await _program.RunAsync(script, (name, text) => context.Sink.Write(name, text), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            End();
            throw;
        }

        _waiting.Clear();
        if (error is [var line, var type, var message])
        {
            int number = int.Parse(line, CultureInfo.InvariantCulture);
            throw new CellFailedException(new CellFailure(CellFailureKind.Runtime, type, message.Trim())
            {
                Line = number > 0 ? number : null,
                Traceback = [$"{type}: {message.Trim()}"],
            });
        }

        if (error is null)
        {
            End();
            throw new CellFailedException(new CellFailure(
                CellFailureKind.Runtime,
                "PowerShellEnded",
                "PowerShell has ended, and its variables are gone; the next cell starts it again."));
        }

        return null;
    }

    public void SetValue(string name, object? value, Type type, CellContext context) => _waiting.Add($"${{{name}}} = " + value switch
    {
        null => "$null",
        true => "$true",
        false => "$false",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        int or long or double or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw CellFailures.Value($"The variable {name} cannot go to pwsh: a text, a number, true, false or null was expected."),
    });

    public void Dispose() => End();

    private void End()
    {
        _program?.Dispose();
        _program = null;
    }
}
