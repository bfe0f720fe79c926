using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>A piece of a session that compiled, and how to run it.</summary>
/// <param name="Compilation">The compilation.</param>
/// <param name="Factory">Runs it with the pieces before it; null when there is nothing to run, as in a cell of <c>using</c> lines.</param>
/// <param name="Slot">The place of its variables among those of the pieces before it.</param>
internal sealed record Submission(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Factory, int Slot)
{
    /// <summary>Whether it ends in an expression without a semicolon that has a value.</summary>
    public bool EndsInValue { get; } = EndsIn(Compilation);

    /// <summary>Whether a later piece can see a declaration of it: a variable, a method, a type, or an imported namespace.</summary>
    public static bool Declares(CSharpCompilation compilation) =>
        compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared)
        || compilation.SyntaxTrees.Length > 1
        || ((CompilationUnitSyntax)compilation.SyntaxTrees[0].GetRoot()).Usings.Count > 0;

    /// <summary>The errors of a compilation, in the order of the text.</summary>
    public static ImmutableArray<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static bool EndsIn(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        return tree.GetRoot() is CompilationUnitSyntax
        {
            Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }],
        }
            && (last.SemicolonToken.IsMissing || last.SemicolonToken.IsKind(SyntaxKind.None))
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
