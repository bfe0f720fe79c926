using System.Globalization;
using CSharpNotebook.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Stopping;

/// <summary>
/// Makes a cell check whether it is to stop: in every iteration of a loop, and in every call of a lambda or a function of the cell, since
/// the loop around the call may be in a library, as it is in LINQ. That costs a read of one field, and unlike an abort it can do no harm:
/// the cell ends between two statements. Every change stays on its own line, so that line numbers do not change.
/// </summary>
internal static class CellStop
{
    /// <summary>Whether there is something in a piece of code that could check.</summary>
    public static bool IsNeeded(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Any(node =>
        Looped(node) is not null || StopPlaces.IsFunction(node) || StopPlaces.OfClause(node).Any());

    /// <summary>Adds the checks to a piece of code.</summary>
    /// <param name="tree">The code; it has no errors.</param>
    /// <param name="session">The number of the session, see <see cref="StopRequest"/>.</param>
    /// <param name="model">
    /// What the code means, for functions whose body is an expression; null: these are left as they are.
    /// </param>
    /// <returns>The changed code, or null when nothing in it can check.</returns>
    public static string? Instrument(SyntaxTree tree, int session, SemanticModel? model)
    {
        string number = session.ToString(CultureInfo.InvariantCulture);
        string question = $"global::{typeof(StopRequest).FullName}.{nameof(StopRequest.Check)}({number});";
        string pass = $"global::{typeof(StopRequest).FullName}.{nameof(StopRequest.Pass)}({number}, ";
        var changes = new List<TextChange>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (Looped(node) is { } body)
            {
                changes.Add(new TextChange(new TextSpan(body.SpanStart, 0), "{" + question));
                changes.Add(new TextChange(new TextSpan(body.Span.End, 0), "}"));
            }
            else
            {
                changes.AddRange(StopPlaces.InFunction(node, question, model));
                changes.AddRange(StopPlaces.InClause(node, pass, model));
            }
        }
        if (changes.Count == 0)
        {
            return null;
        }
        // Where pieces are nested, outer starts come first, and ends before the starts of what follows.
        return tree.GetText()
            .WithChanges(changes.OrderBy(change => change.Span.Start)
                .ThenBy(change => change.NewText![^1] is '}' or ')' ? 0 : 1))
            .ToString();
    }

    /// <summary>The statement that a node repeats; null when it is no loop.</summary>
    private static StatementSyntax? Looped(SyntaxNode node)
    {
        StatementSyntax? body = node switch
        {
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            LabeledStatementSyntax target => target.Statement,
            _ => null,
        };
        return body is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax ? null : body;
    }
}
