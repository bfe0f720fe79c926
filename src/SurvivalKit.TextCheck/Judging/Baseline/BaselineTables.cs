namespace SurvivalKit.TextCheck;

/// <summary>Reads the table of baseline characteristics of a randomised trial.</summary>
internal static class BaselineTables
{
    private const int MostVariables = 60;

    private static readonly HashSet<string> Names =
        new(StringComparer.Ordinal) { "baseline", "characteristics", "demographic", "demographics" };

    // Groups that were not formed by chance.
    private static readonly HashSet<string> Formed = new(StringComparer.Ordinal)
    {
        "responders", "non-responders", "nonresponders", "yes", "no", "survivors", "non-survivors", "nonsurvivors", "positive", "negative",
        "with", "without", "cases", "alive", "dead", "died", "high", "low", "present", "absent", "men", "women", "male", "female",
        "completers",
        "unmatched", "matched", "before", "after", "young", "old", "early", "late", "stage", "wild-type", "mutant", "mutated", "tertile",
        "quartile", "lost",
    };

    /// <summary>The variables of a table; <see langword="null"/>: it is no table of baseline characteristics of groups.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Its caption.</param>
    public static BaselineBalance? Read(TextTable table, string? name)
    {
        bool isBaseline = name is not null && name.Split(' ', '.', ',', ':').Any(word => Names.Contains(word.ToLowerInvariant()))
            || table.Columns.Any(column => column.Tokens.Any(token => token.Key is "baseline" or "characteristics"));
        int[] columns = [.. table.Groups];
        if (!isBaseline || columns.Length < 2 || columns.Any(c => IsFormed(table.Columns[c])))
        {
            return null;
        }

        var groups = new TextTableGroups(table);
        List<BaselineVariable> variables = [];
        HashSet<TextRow> heads = new(ReferenceEqualityComparer.Instance);
        foreach (TextRow row in table.Rows)
        {
            // Categories of one characteristic depend on each other; the first of them stands for it.
            TextRow? head = groups.HeadOf(row);
            BaselineVariable? variable = Means(table, groups, row, columns)
                ?? (head is null || !heads.Contains(head) ? Counts(table, row, columns) : null);
            if (variable is not null && variables.Count < MostVariables)
            {
                variables.Add(variable);
                _ = head is not null && heads.Add(head);
            }
        }

        return variables.Count > 0 ? new BaselineBalance(name, variables) : null;
    }

    /// <summary>Whether a column is of a group that an outcome or a characteristic formed, and not an assignment.</summary>
    public static bool IsFormed(TextColumn column) => column.Tokens.Any(token => Formed.Contains(token.Key));

    private static BaselineVariable? Means(TextTable table, TextTableGroups groups, TextRow row, int[] columns)
    {
        List<PrintedSample> samples = [];
        foreach (int c in columns)
        {
            bool inBrackets = TableMeasures.Read(table, row, groups.HeadOf(row), c) == TableMeasure.Mean;
            if (row[c] is not { } cell || CellGrammar.Mean(cell.Tokens, inBrackets) is not { } mean || table.Columns[c].N is not >= 2
                || mean.StandardDeviation.Value <= 0)
            {
                return null;
            }

            samples.Add(new PrintedSample(mean.Mean, mean.StandardDeviation, table.Columns[c].N!.Value));
        }

        PrintedPValue any = PrintedPValue.FromNumber(new PrintedNumber(0.5m, 1), ClaimRelation.Equal);
        TestMatch first = PValueArithmetic.FromMeans(samples, any)[0];
        return new BaselineVariable(row.Label.Text, first.Test, Within(first.P));
    }

    /// <summary>The chi-square test of two groups. Counts move in steps: the P values half a step to either side are its range.</summary>
    private static BaselineVariable? Counts(TextTable table, TextRow row, int[] columns)
    {
        if (columns is not [var a, var b] || row.IsMissing || TextTableGroups.CountOf(row, a) is not { } x
            || TextTableGroups.CountOf(row, b) is not { } y || table.Columns[a].N is not { } n || table.Columns[b].N is not { } m
            || x > n || y > m || row[a]!.Tokens.Count < 2)
        {
            return null;
        }

        const double LeastExpected = 5;
        double share = (double)(x + y) / (n + m);
        if (Math.Min(n, m) * Math.Min(share, 1 - share) < LeastExpected)
        {
            return null;
        }

        double difference = Math.Abs(((double)x / n) - ((double)y / m));
        double step = ((1.0 / n) + (1.0 / m)) / 2;
        double error = Math.Sqrt(share * (1 - share) * ((1.0 / n) + (1.0 / m)));
        double low = ReferenceDistribution.NormalTwoSided((difference + step) / error);
        double high = ReferenceDistribution.NormalTwoSided(Math.Max(0, difference - step) / error);
        return new BaselineVariable(row.Label.Text, "chi-square test", Within(new ValueRange(low, high)));
    }

    private static ValueRange Within(ValueRange p) => new(Math.Clamp(p.Low, 0, 1), Math.Clamp(p.High, 0, 1));
}
