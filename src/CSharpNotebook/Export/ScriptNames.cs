using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>
/// The names that cells declare. A notebook may declare a name in one cell and again, as something else, in another; a file may not, so
/// that the second becomes <c>name_2</c> from there on.
/// </summary>
internal sealed class ScriptNames
{
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);

    /// <summary>The names that have numbers by now, with those that they stand for.</summary>
    public IEnumerable<(string Numbered, string Name)> Numbered => Changed().Select(pair => (pair.Value, pair.Key));

    /// <summary>Gives the names of a cell other names.</summary>
    public static SyntaxNode Rename(SyntaxNode cell, Dictionary<string, string> names) => new Rewriter(names).Visit(cell);

    /// <summary>Gives the names of a cell their numbers, and applies those of earlier cells.</summary>
    public SyntaxNode Rename(SyntaxNode cell)
    {
        foreach (string name in Declared(cell).Distinct(StringComparer.Ordinal))
        {
            _declared[name] = _declared.GetValueOrDefault(name) + 1;
        }

        Dictionary<string, string> changed = Changed();
        return changed.Count == 0 ? cell : Rename(cell, changed);
    }

    private Dictionary<string, string> Changed() => _declared.Where(pair => pair.Value > 1).ToDictionary(
        pair => pair.Key, pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}_{pair.Value}"), StringComparer.Ordinal);

    /// <summary>
    /// What a cell declares for those after it: variables, functions and types at its top, and <c>out var</c> in its statements.
    /// </summary>
    private static IEnumerable<string> Declared(SyntaxNode cell)
    {
        foreach (SyntaxNode member in cell.ChildNodes())
        {
            switch (member)
            {
                case FieldDeclarationSyntax field:
                    foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                    {
                        yield return variable.Identifier.ValueText;
                    }

                    break;
                case MethodDeclarationSyntax method:
                    yield return method.Identifier.ValueText;
                    break;
                case BaseTypeDeclarationSyntax type:
                    yield return type.Identifier.ValueText;
                    break;
                case DelegateDeclarationSyntax type:
                    yield return type.Identifier.ValueText;
                    break;
                case GlobalStatementSyntax { Statement: ExpressionStatementSyntax or LocalDeclarationStatementSyntax }:
                    foreach (SyntaxNode node in member.DescendantNodes(
                        node => node is not (AnonymousFunctionExpressionSyntax or BlockSyntax)))
                    {
                        if (node is SingleVariableDesignationSyntax designation)
                        {
                            yield return designation.Identifier.ValueText;
                        }
                        else if (node is VariableDeclaratorSyntax variable)
                        {
                            yield return variable.Identifier.ValueText;
                        }
                    }
                    break;
            }
        }
    }

    private sealed class Rewriter(Dictionary<string, string> names) : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token)
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !names.TryGetValue(token.ValueText, out string? name) || IsMember(token))
            {
                return token;
            }

            return SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia);
        }

        /// <summary>
        /// Whether the name is one of something: after a dot, before a colon, in an initialiser, or declared inside a type.
        /// </summary>
        private static bool IsMember(SyntaxToken token) => token.Parent switch
        {
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Name == name,
            SimpleNameSyntax { Parent: MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax } => true,
            SimpleNameSyntax { Parent: QualifiedNameSyntax qualified } name => qualified.Right == name,
            SimpleNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment } name
                when initializer.IsKind(SyntaxKind.ObjectInitializerExpression) => assignment.Left == name,
            MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } => true,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax } } => true,
            _ => false,
        };
    }
}
