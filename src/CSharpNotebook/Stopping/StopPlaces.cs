using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Stopping;

/// <summary>Where a function of a cell checks whether the cell is to stop: before its first statement.</summary>
internal static class StopPlaces
{
    /// <summary>Whether a node is a lambda, an anonymous method, a local function, or a method that is not in a type.</summary>
    public static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax
            or LocalFunctionStatementSyntax
            or MethodDeclarationSyntax { Parent: CompilationUnitSyntax };

    /// <summary>The changes that make a function check; none when the node is no function, or must stay as it is.</summary>
    /// <param name="node">A node of the code.</param>
    /// <param name="question">The statement that checks.</param>
    /// <param name="model">What the code means; null when that is not known.</param>
    public static IEnumerable<TextChange> InFunction(SyntaxNode node, string question, SemanticModel? model)
    {
        if (!IsFunction(node))
        {
            return [];
        }

        (BlockSyntax? block, ExpressionSyntax? expression, ArrowExpressionClauseSyntax? arrow, SyntaxToken end) = node switch
        {
            AnonymousFunctionExpressionSyntax lambda => (lambda.Block, lambda.ExpressionBody, null, default),
            LocalFunctionStatementSyntax local =>
                (local.Body, local.ExpressionBody?.Expression, local.ExpressionBody, local.SemicolonToken),
            MethodDeclarationSyntax method =>
                (method.Body, method.ExpressionBody?.Expression, method.ExpressionBody, method.SemicolonToken),
            _ => default,
        };
        if (block is not null)
        {
            return [new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), question)];
        }

        if (expression is null || model is null || IsInExpressionTree(node, model) || Function(node, model) is not { } function)
        {
            return [];
        }

        string start = "{" + question + (expression is ThrowExpressionSyntax || IsWithoutValue(function) ? "" : "return ");
        return arrow is null
            ? [new TextChange(new TextSpan(expression.SpanStart, 0), start), new TextChange(new TextSpan(expression.Span.End, 0), ";}")]
            : [new TextChange(arrow.ArrowToken.Span, start), new TextChange(end.Span, ";}")];
    }

    /// <summary>
    /// The expressions of a clause of a query that are calculated for each element; empty for other nodes. Not a name alone: after
    /// <c>select x</c> a query may be the sequence itself.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> OfClause(SyntaxNode node)
    {
        ExpressionSyntax[] all = node switch
        {
            WhereClauseSyntax clause => [clause.Condition],
            SelectClauseSyntax clause => [clause.Expression],
            LetClauseSyntax clause => [clause.Expression],
            OrderingSyntax clause => [clause.Expression],
            GroupClauseSyntax clause => [clause.GroupExpression, clause.ByExpression],
            JoinClauseSyntax clause => [clause.LeftExpression, clause.RightExpression],
            FromClauseSyntax { Parent: QueryBodySyntax } clause => [clause.Expression],
            _ => [],
        };
        return all.Where(expression => expression is not IdentifierNameSyntax);
    }

    /// <summary>The changes that make the clause of a query check; none when the node is no clause, or must stay as it is.</summary>
    /// <param name="node">The node.</param>
    /// <param name="pass">The beginning of a call that checks and gives its last argument.</param>
    /// <param name="model">What the code means; null when that is not known.</param>
    public static IEnumerable<TextChange> InClause(SyntaxNode node, string pass, SemanticModel? model)
    {
        ExpressionSyntax[] expressions = [.. OfClause(node)];
        return expressions.Length == 0 || model is null || IsInExpressionTree(node, model) ? [] : expressions.SelectMany(expression =>
            (TextChange[])[
                new TextChange(new TextSpan(expression.SpanStart, 0), pass), new TextChange(new TextSpan(expression.Span.End, 0), ")"),
            ]);
    }

    private static IMethodSymbol? Function(SyntaxNode node, SemanticModel model) =>
        (node is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(node).Symbol : model.GetDeclaredSymbol(node)) as IMethodSymbol;

    /// <summary>Whether the body of a function is a statement: it returns nothing, or is asynchronous and gives nothing.</summary>
    private static bool IsWithoutValue(IMethodSymbol function) =>
        function.ReturnsVoid || function.IsAsync && function.ReturnType is INamedTypeSymbol { Arity: 0 };

    /// <summary>
    /// Whether code becomes data instead of being called (an expression tree): it would no longer compile, or mean something else to what
    /// reads it.
    /// </summary>
    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model) => node.AncestorsAndSelf().Any(outer => outer switch
    {
        AnonymousFunctionExpressionSyntax lambda => IsOfTrees(model.GetTypeInfo(lambda).ConvertedType),
        QueryExpressionSyntax query => IsQueryable(model.GetTypeInfo(query.FromClause.Expression).Type),
        _ => false,
    });

    private static bool IsOfTrees(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    private static bool IsQueryable(ITypeSymbol? type) =>
        type is not null && type.AllInterfaces.Prepend(type).Any(one => one.ToDisplayString() == "System.Linq.IQueryable")
        || type is IErrorTypeSymbol;
}
