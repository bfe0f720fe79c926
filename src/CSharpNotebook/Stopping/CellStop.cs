using System.Globalization;
using CSharpNotebook.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Stopping;

/// <summary>
/// Makes the loops of a cell check, in every iteration, whether the cell is to stop. That costs a read of one field, and unlike an abort it
/// can do no harm: the cell ends between two statements. The check is on the loop's own line, so that line numbers do not change.
/// </summary>
internal static class CellStop
{
    /// <summary>Adds the check to every loop of a piece of code.</summary>
    /// <param name="tree">The code; it has no errors.</param>
    /// <param name="session">The number of the session, see <see cref="StopRequest"/>.</param>
    /// <returns>The changed code, or null when there is no loop in it.</returns>
    public static string? Instrument(SyntaxTree tree, int session)
    {
        string question = string.Create(
            CultureInfo.InvariantCulture, $"{{global::{typeof(StopRequest).FullName}.{nameof(StopRequest.Check)}({session});");
        var changes = new List<TextChange>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
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
            if (body is null or LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax)
            {
                continue;
            }

            changes.Add(new TextChange(new TextSpan(body.SpanStart, 0), question));
            changes.Add(new TextChange(new TextSpan(body.Span.End, 0), "}"));
        }
        if (changes.Count == 0)
        {
            return null;
        }
        // Nested loops: outer starts come first, inner ends come first.
        return tree.GetText()
            .WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.NewText == "}" ? 0 : 1))
            .ToString();
    }
}
