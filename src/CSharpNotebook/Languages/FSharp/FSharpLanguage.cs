using System.Globalization;
using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Engine;
using CSharpNotebook.Intelligence;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;
using Microsoft.FSharp.Core;

namespace CSharpNotebook.Languages.FSharp;

/// <summary>
/// F#, by the interactive session of its compiler. A trailing expression is the result, formatted as that of C#; <c>display</c> and the
/// other helpers are available without an <c>open</c>.
/// </summary>
internal sealed class FSharpLanguage : ILanguageKernel
{
    private const string Prelude = """
        open System
        open System.Collections.Generic
        open System.IO
        open System.Linq
        open System.Threading.Tasks
        open Microsoft.DotNet.Interactive
        open Microsoft.DotNet.Interactive.Formatting
        open type Microsoft.DotNet.Interactive.Kernel
        """;

    private readonly Shell.FsiEvaluationSession _session;
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);
    private readonly LanguageHost _host;
    private readonly string _workingDirectory;
    private int _executions;
    private bool _hasHtml;

    public FSharpLanguage(LanguageHost host)
    {
        _host = host;
        _workingDirectory = host.WorkingDirectory;
        // The runtime is enough: the reference assemblies of an SDK are not on every machine.
        string[] arguments =
        [
            "fsi.exe", "--noninteractive", "--nologo", "--gui-", "--quiet", "--usesdkrefs-", "--multiemit+", "--optimize+", "--tailcalls-",
            "--debug:portable", "--langversion:latest"
        ];
        _session = Shell.FsiEvaluationSession.Create(
            Shell.FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, TextWriter.Null,
            null, null);
        foreach (Assembly assembly in ScriptSettings.HelperAssemblies)
        {
            Refer(assembly.Location);
        }

        Evaluate(Prelude, "prelude.fsx", CancellationToken.None);
    }

    public IReadOnlyList<SessionVariable> Variables =>
        [.. _session.GetBoundValues()
            .Where(bound => bound.Name != "it")
            .Select(bound => new SessionVariable(bound.Name, bound.Value.ReflectionType, bound.Value.ReflectionValue))];

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0);
        string code = await ReferPackagesAsync(part.Text, cancellationToken).ConfigureAwait(false);
        if (!_hasHtml && code.Contains("Html", StringComparison.Ordinal))
        {
            Evaluate(FSharpHtml.Module, "html.fsx", CancellationToken.None);
            _hasHtml = true;
        }

        // Each execution has its own file name, so that its lines are identified in stack traces.
        string path = string.Create(CultureInfo.InvariantCulture, $"cell {context.ExecutionCount} ({++_executions}).fsx");
        _sources[path] = part.Text;
        // On a thread that can be stopped, where the session allows that.
        Shell.FsiValue? value = await _host.Runner.RunAsync(
            () => Task.FromResult(Evaluate(code, path, cancellationToken, context)), cancellationToken).ConfigureAwait(false);
        if (value is null || value.ReflectionType == typeof(Unit))
        {
            return null;
        }

        context.ShowValue(value.ReflectionValue);
        return value.ReflectionValue;
    }

    public void SetValue(string name, object? value, Type type, CellContext context)
    {
        try
        {
            if (value is null)
            {
                Evaluate($"let ``{name}`` : obj = null", "share.fsx", CancellationToken.None);
                return;
            }
            foreach (Assembly assembly in TypeNames.AssembliesOf(value.GetType()))
            {
                if (assembly.IsDynamic || assembly.Location.Length == 0)
                {
                    throw CellFailures.Value(
                        $"The variable {name} cannot go to fsharp: its type {TypeNames.Short(value.GetType())} was declared in a cell, so F# does not know it.");
                }

                Refer(assembly.Location);
            }
            _session.AddBoundValue(name, value);
        }
        catch (Exception exception) when (exception is not CellFailedException)
        {
            throw CellFailures.Value($"The variable {name} cannot go to fsharp: {exception.Message}", exception);
        }
    }

    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult(FSharpCompletion.Complete(_session, code, position));

    public void Dispose() => ((IDisposable)_session).Dispose();

    /// <summary>Executes the directives for packages, as in C#, and replaces them by spaces.</summary>
    private async Task<string> ReferPackagesAsync(string text, CancellationToken cancellationToken)
    {
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index];
            // F# allows more after the quotes than C# does.
            int end = line.IndexOf('"', line.IndexOf('"', StringComparison.Ordinal) + 1);
            Directive? directive = end < 0 ? null : Directive.Read(line[..(end + 1)]);
            if (directive is { Kind: DirectiveKind.PackageSource } && directive.Value.StartsWith("nuget:", StringComparison.Ordinal))
            {
                _host.Engine.AddPackageSource(directive.Value);
            }
            else if (directive is { Kind: DirectiveKind.Package })
            {
                foreach (Assembly assembly in await _host.Engine.ReferPackageAsync(directive.Value, cancellationToken)
                    .ConfigureAwait(false))
                {
                    Refer(assembly.Location);
                }
            }
            else
            {
                continue;
            }

            lines[index] = new string(' ', line.Length);
        }
        return string.Join('\n', lines);
    }

    private void Refer(string assemblyPath)
    {
        if (_references.Add(assemblyPath))
        {
            Evaluate($"#r @\"{assemblyPath}\"", "reference.fsx", CancellationToken.None);
        }
    }

    private Shell.FsiValue? Evaluate(string code, string path, CancellationToken cancellationToken, CellContext? context = null)
    {
        (FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception> outcome, FSharpDiagnostic[] diagnostics) =
            _session.EvalInteractionNonThrowing(
                code, Path.Combine(_workingDirectory, path), FSharpOption<CancellationToken>.Some(cancellationToken));
        if (outcome is FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice2Of2 failed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw FSharpFailure.From(failed.Item, diagnostics, path, _sources, _workingDirectory);
        }
        foreach (FSharpDiagnostic warning in diagnostics.Where(diagnostic => diagnostic.Severity == FSharpDiagnosticSeverity.Warning))
        {
            context?.Sink.Write("stderr", FSharpFailure.Describe(warning) + "\n");
        }

        return ((FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice1Of2)outcome).Item?.Value;
    }
}
