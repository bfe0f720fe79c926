using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CSharpNotebook.Format;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Runner;

/// <summary>
/// Gives a notebook the values of a run, by papermill's rules: they go into a separate cell, tagged <c>injected-parameters</c>, right
/// after the cell tagged <c>parameters</c>, whose values are the defaults; one from an earlier run is replaced. Without a cell of
/// parameters it comes first.
/// </summary>
public static class NotebookParameters
{
    /// <summary>Puts values into a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="values">
    /// The values: null, a boolean, a number, a text, a <see cref="ParameterText"/>, a list (<see cref="IReadOnlyList{T}"/> of object)
    /// or a dictionary with texts as keys. None: the notebook is not changed.
    /// </param>
    /// <returns>The changed copy, and a sentence for every value whose name the cell of parameters does not assign.</returns>
    /// <exception cref="NotebookParameterException">A name is not valid in C#, or a value is none of these.</exception>
    public static (Notebook Notebook, ImmutableArray<string> Warnings) Inject(
        Notebook notebook, IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return (notebook, []);
        }

        if (values.Keys.FirstOrDefault(name => !SyntaxFacts.IsValidIdentifier(name)) is { } wrong)
        {
            throw new NotebookParameterException(
                $"The parameter \"{wrong}\" cannot be a variable; a name of letters, digits and underscores was expected.");
        }

        List<NotebookCell> cells = [.. notebook.Cells];
        int defaults = cells.FindIndex(cell => cell is CodeCell && cell.Has(CellTags.Parameters));
        int earlier = cells.FindIndex(cell => cell is CodeCell && cell.Has(CellTags.InjectedParameters));
        Dictionary<string, ParameterDeclaration> declared = defaults < 0 ? [] : ParameterDeclaration.ReadAll(cells[defaults].Source);
        CodeCell injected = Cell(values, declared, defaults < 0 ? null : cells[defaults]);
        if (earlier >= 0)
        {
            cells[earlier] = injected with { Id = cells[earlier].Id };
        }
        else
        {
            cells.Insert(defaults + 1, injected);
        }

        return (notebook.WithCells(cells), [
            .. values.Keys.Where(name => !declared.ContainsKey(name)).Select(name => Unknown(name, hasDefaults: defaults >= 0))
        ]);
    }

    private static CodeCell Cell(
        IReadOnlyDictionary<string, object?> values, Dictionary<string, ParameterDeclaration> declared, NotebookCell? defaults)
    {
        IEnumerable<string> lines =
            values.Select(pair => CSharpLiteral.Statement(pair.Key, pair.Value, declared.GetValueOrDefault(pair.Key)));
        return new CodeCell(string.Join('\n', ["// Parameters", .. lines]))
        {
            Metadata = (defaults?.Metadata ?? NotebookMetadata.Empty)
                .Without("execution")
                .With("tags", new JsonArray(CellTags.InjectedParameters)),
        };
    }

    private static string Unknown(string name, bool hasDefaults) => hasDefaults
        ? $"the cell tagged {CellTags.Parameters} does not assign {name}."
        : $"there is no cell tagged {CellTags.Parameters} that assigns {name}.";
}
