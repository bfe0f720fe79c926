using System.Collections.Immutable;
using CSharpNotebook.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// A session in the form that the compiler's services need: a few pieces of script that declare what the session's cells declared, without
/// their statements, and the current cell as the piece after them. It is rebuilt when a cell has changed the session.
/// </summary>
internal sealed class SessionSolution(CSharpEngine engine)
{
    // One for the process, so that its services are loaded once. Solutions are immutable values; none is applied to the workspace.
    private static readonly Lazy<AdhocWorkspace> Workspace =
        new(() => new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies)));

    private readonly Lock _lock = new();
    private readonly SessionStub _stub = new();
    private readonly DocumentedReferences _references = new();
    private (CSharpCompilation? Head, ImmutableArray<MetadataReference> References) _state;
    private CSharpParseOptions _syntax = engine.Syntax.Script;
    private Solution? _solution;
    private DocumentId? _cell;

    /// <summary>The document of a cell that would be executed next.</summary>
    /// <param name="code">The C# of the cell.</param>
    public Document Document(string code)
    {
        lock (_lock)
        {
            Refresh();
            return _solution!.WithDocumentText(_cell!, SourceText.From(code)).GetDocument(_cell!)!;
        }
    }

    private void Refresh()
    {
        (CSharpCompilation? Head, ImmutableArray<MetadataReference> References) state = engine.Declared;
        CSharpParseOptions syntax = engine.Syntax.Script;
        if (_solution is not null && _state.Head == state.Head && _state.References == state.References && _syntax == syntax)
        {
            return;
        }

        ImmutableArray<MetadataReference> references = [.. _references.Of(state.References)];
        Solution solution = Workspace.Value.CurrentSolution;
        ProjectId? previous = null;
        foreach (string piece in _stub.Pieces(state.Head))
        {
            (solution, previous, _) = Add(solution, previous, references, syntax, piece);
        }

        (_solution, _, _cell) = Add(solution, previous, references, syntax, "");
        (_state, _syntax) = (state, syntax);
    }

    private static (Solution Solution, ProjectId Project, DocumentId Document) Add(
        Solution solution,
        ProjectId? previous,
        ImmutableArray<MetadataReference> references,
        CSharpParseOptions syntax,
        string code)
    {
        ProjectId project = ProjectId.CreateNewId();
        DocumentId document = DocumentId.CreateNewId(project);
        string name = "piece" + solution.ProjectIds.Count;
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, scriptClassName: name, usings: previous is null
                ? ScriptSettings.Default.Imports
                : [], allowUnsafe: true,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
        solution = solution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: options,
                parseOptions: syntax,
                projectReferences: previous is null ? [] : [
                    new ProjectReference(previous)
                ], metadataReferences: references, isSubmission: true))
            .AddDocument(document, name + ".csx", SourceText.From(code));
        return (solution, project, document);
    }
}
