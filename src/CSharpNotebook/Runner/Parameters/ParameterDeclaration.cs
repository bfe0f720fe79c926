using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Runner;

/// <summary>A parameter as the notebook declares it.</summary>
/// <param name="Type">Its type as it is written, or as inferred from the default value; null when neither gives it.</param>
/// <param name="IsDeclared">Whether the cell declares it; otherwise the cell assigns to what an earlier cell declares.</param>
internal sealed record ParameterDeclaration(string? Type, bool IsDeclared)
{
    /// <summary>The parameters of a cell, by the compiler's parser.</summary>
    public static Dictionary<string, ParameterDeclaration> ReadAll(string source)
    {
        var found = new Dictionary<string, ParameterDeclaration>(StringComparer.Ordinal);
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, CellSyntax.ParseOptions).GetRoot();
        foreach (SyntaxNode member in root.ChildNodes())
        {
            switch (member)
            {
                case FieldDeclarationSyntax field:
                    Add(found, field.Declaration);
                    break;
                case GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local }:
                    Add(found, local.Declaration);
                    break;
                case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } }
                    when assignment.Left is IdentifierNameSyntax name:
                    found.TryAdd(name.Identifier.ValueText, new ParameterDeclaration(null, IsDeclared: false));
                    break;
            }
        }
        return found;
    }

    private static void Add(Dictionary<string, ParameterDeclaration> found, VariableDeclarationSyntax declaration)
    {
        foreach (VariableDeclaratorSyntax variable in declaration.Variables)
        {
            string? type = declaration.Type is IdentifierNameSyntax { Identifier.ValueText: "var" }
                ? TypeOf(variable.Initializer?.Value)
                : declaration.Type.ToString();
            found[variable.Identifier.ValueText] = new ParameterDeclaration(type, IsDeclared: true);
        }
    }

    private static string? TypeOf(ExpressionSyntax? value) => value switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int => "int",
            long => "long",
            double => "double",
            float => "float",
            decimal => "decimal",
            bool => "bool",
            string => "string",
            char => "char",
            _ => null,
        },
        PrefixUnaryExpressionSyntax sign => TypeOf(sign.Operand),
        ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
        ArrayCreationExpressionSyntax array => array.Type.ElementType + "[]",
        ImplicitArrayCreationExpressionSyntax array =>
            array.Initializer.Expressions.Select(TypeOf).Distinct().ToArray() is [{ } element] ? element + "[]" : null,
        CastExpressionSyntax cast => cast.Type.ToString(),
        _ => null,
    };
}
