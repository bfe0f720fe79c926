using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>
/// Detects a cell that is executed again: it declares everything that the last piece of the session has declared, and so hides it, from
/// itself and from those that come later. Such a cell can be compiled in place of the last piece instead of after it, and a cell that
/// is executed ten thousand times needs the memory of one.
/// </summary>
internal static class ChainReplacement
{
    /// <summary>Whether code that comes after a piece sees nothing of it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="last">The last piece of the session.</param>
    public static bool Hides(SyntaxTree code, CSharpCompilation last)
    {
        if (last.SyntaxTrees is not [var before])
        {
            return false;
        }

        CompilationUnitSyntax root = Root(code), old = Root(before);
        if (root.GetLoadDirectives().Count > 0)
        {
            return false;
        }

        if (old.Usings.Any(directive => !root.Usings.Any(own => own.IsEquivalentTo(directive, topLevel: false))))
        {
            return false;
        }

        List<ISymbol> declared = [.. last.ScriptClass!
            .GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null })];
        if (declared.Count == 0)
        {
            return false;
        }

        var names = Names(root).ToHashSet(StringComparer.Ordinal);
        ILookup<string, MethodDeclarationSyntax> methods =
            root.Members.OfType<MethodDeclarationSyntax>().ToLookup(method => method.Identifier.ValueText, StringComparer.Ordinal);
        return declared.TrueForAll(member => member switch
        {
            // Methods hide those with the same parameters only.
            IMethodSymbol =>
                Syntax(member) is MethodDeclarationSyntax method && methods[member.Name].Any(own => SameSignature(own, method)),
            INamedTypeSymbol { Arity: > 0 } => names.Contains(member.MetadataName),
            _ => names.Contains(member.Name),
        });
    }

    /// <summary>What code declares that is not a method: an incomplete list is enough, since a declaration that is not found is only not
    /// replaced.</summary>
    private static IEnumerable<string> Names(CompilationUnitSyntax root) =>
        root.Members.SelectMany(IEnumerable<string> (member) => member switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        TypeDeclarationSyntax type => [WithArity(type.Identifier, type.TypeParameterList)],
        EnumDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [WithArity(type.Identifier, type.TypeParameterList)],
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement } => statement
            .DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax and not QueryExpressionSyntax)
            .OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.ValueText),
        _ => [],
    });

    private static string WithArity(SyntaxToken identifier, TypeParameterListSyntax? parameters) =>
        parameters is null ? identifier.ValueText : FormattableString.Invariant($"{identifier.ValueText}`{parameters.Parameters.Count}");

    private static bool SameSignature(MethodDeclarationSyntax one, MethodDeclarationSyntax other) =>
        (one.TypeParameterList?.Parameters.Count ?? 0) == (other.TypeParameterList?.Parameters.Count ?? 0)
            && one.ParameterList.IsEquivalentTo(other.ParameterList, topLevel: false);

    private static SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax() : null;

    private static CompilationUnitSyntax Root(SyntaxTree tree) => (CompilationUnitSyntax)tree.GetRoot();
}
