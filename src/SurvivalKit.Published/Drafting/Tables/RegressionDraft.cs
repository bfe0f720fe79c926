using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Drafts a table of hazard ratios: a row a covariate, and columns of ratios, intervals and P values, of one model or of a
/// univariate and a multivariate one beside it.</summary>
internal static class RegressionDraft
{
    /// <summary>Drafts a table; <see langword="false"/> where it has no column of hazard ratios or names no endpoint.</summary>
    public static bool Draft(DraftPaper paper, DraftBuilder draft, ReadTable read, string place)
    {
        int[] ratios = [.. Enumerable.Range(0, read.Table.Columns.Length)
            .Where(c => read.Table.Columns[c].Ratio == TextStatisticKind.HazardRatio)];
        if (ratios.Length == 0)
        {
            return false;
        }

        string? named = NamedEndpoint(read);
        foreach (int c in ratios)
        {
            string? endpoint = DraftEndpoints.In(read.Table.Columns[c].Tokens) ?? named;
            if (endpoint is null)
            {
                draft.Remarks.Add(new(place, null, TableNames.Header(read.Table.Columns[c]), TableNames.Title(read.Name, place),
                    paper.LineOf(read.Block.Start), "Neither the caption nor the heading names the endpoint of the hazard ratios."));
                continue;
            }

            Model(paper, draft, read, place, c, draft.Endpoints.Use(endpoint), ratios.Length);
        }

        return true;
    }

    private static string? NamedEndpoint(ReadTable read)
    {
        var caption = new Tokenizer(read.Name ?? "", false);
        return DraftEndpoints.In(caption.Read(0, (read.Name ?? "").Length));
    }

    private static void Model(DraftPaper paper, DraftBuilder draft, ReadTable read, string place, int c, string endpoint, int models)
    {
        var lines = new List<(string Row, string Column, List<DraftNumber> Numbers, TextCell Cell)>();
        string heading = read.Table.Columns[c].Heading.ToLowerInvariant();
        bool isJoint = heading.Contains("multi", StringComparison.Ordinal) || heading.Contains("adjusted", StringComparison.Ordinal)
            || (models == 1 && (read.Name ?? "").Contains("multiv", StringComparison.OrdinalIgnoreCase));
        string model = $"{DraftEndpoints.Short(endpoint)} {(isJoint ? "multivariate" : "univariate")}";
        foreach (DraftGroup group in DraftGroup.Of(read.Table, row => RowLabel.Of(row.Label, paper)))
        {
            foreach (TextRow row in group.Rows)
            {
                string label = RowLabel.Of(row.Label, paper).Name;
                if (row[c] is { } cell && Numbers(read.Table, row, c, cell) is { Count: > 1 } numbers)
                {
                    string full = group.Label is { } head ? $"{head.Name} > {label}" : label;
                    lines.Add(($"{model} > {full}", Covariate(draft, full), numbers, cell));
                }
            }
        }

        ImmutableArray<string> all = [.. lines.Select(line => line.Column)];
        foreach ((string row, string column, List<DraftNumber> numbers, TextCell cell) in lines)
        {
            int line = paper.LineOf(cell.Tokens[0].Start);
            draft.Measure(place, row, new CoxMeasure
            {
                Endpoint = endpoint,
                Covariates = isJoint ? all : [column],
                Term = column,
                Ties = draft.Methods.Ties,
            });
            draft.AddNumbers(place, row, null, numbers, paper.TextOf(cell.Tokens), null, line, cell.Tokens[0].Start);
        }
    }

    private static string Covariate(DraftBuilder draft, string label)
    {
        string words = label.ToLowerInvariant();
        bool isBinary = words.Contains(" vs", StringComparison.Ordinal) || words.Contains("versus", StringComparison.Ordinal)
            || words.Any(c => c is '>' or '<' or '≥' or '≤');
        return draft.Column(isBinary
            ? new() { Name = label, Label = label, Kind = VariableKind.Indicator, Share = 0.5 }
            : new() { Name = label, Label = label, Kind = VariableKind.Continuous, Minimum = 0, Maximum = 100, Decimals = 1 });
    }

    private static List<DraftNumber> Numbers(TextTable table, TextRow row, int c, TextCell cell)
    {
        PrintedNumber? ratio = null;
        IntervalPart? interval = null;
        List<DraftNumber> numbers = [];
        if (CellGrammar.Interval(cell.Tokens) is { } whole)
        {
            (ratio, interval) = (whole.Value, whole.Interval);
        }
        else
        {
            ratio = CellGrammar.Number(cell.Tokens);
            interval = c + 1 < table.Columns.Length && table.Columns[c + 1].IsInterval
                && row[c + 1] is { } ends ? CellGrammar.Ends(ends.Tokens) : null;
        }

        if (ratio is null || interval is null)
        {
            return [];
        }

        numbers.Add(DraftNumber.Of(Aspects.HazardRatio, ratio.Value, ratio.Value.Text()));
        numbers.Add(DraftNumber.Of(Aspects.Lower, interval.Lower, interval.Lower.Text()));
        numbers.Add(DraftNumber.Of(Aspects.Upper, interval.Upper, interval.Upper.Text()));
        for (int behind = c + 1; behind < table.Columns.Length && table.Columns[behind].Ratio is null; behind++)
        {
            if (table.Columns[behind] is { IsP: true, Question: null } && row[behind] is { } p && CellGrammar.P(p.Tokens) is { } read)
            {
                string digits = p.Tokens.FirstOrDefault(token => token.Kind == TokenKind.Number && token.Number == read.Number).Text ?? "";
                numbers.Add(DraftNumber.Of(Aspects.P, read.Number, digits, read.Relation));
                break;
            }
        }

        return numbers;
    }
}
