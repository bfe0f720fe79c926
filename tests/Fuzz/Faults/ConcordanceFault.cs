namespace SurvivalKit.Fuzz;

/// <summary>Two predictors that are equal are a tie, also where R's two sums differ in the last digit: counted pair by pair over R's own
/// linear
/// predictors, those within 1e-9 of each other taken as one.</summary>
internal sealed class ConcordanceFault : IFault
{
    private const double Tie = 1e-9;

    public string Name => "the pairs of a concordance";

    public bool Explains(Disagreement disagreement)
    {
        if (disagreement.Question.Kind != QuestionKind.Cox || disagreement.Key is not ("concordance" or "concordance.se"))
        {
            return false;
        }

        (double estimate, double error) = Count(disagreement);
        if (double.IsNaN(estimate) && disagreement.Our("concordance") is [double.NaN] && disagreement.Our("concordance.se") is [double.NaN])
        {
            // No pair is comparable, of which R makes one where somebody enters at the time of an event.
            return disagreement.Their("lp").Length > 0;
        }

        return Math.Abs(estimate - disagreement.Our("concordance")[0]) < 1e-9
            && Math.Abs(error - disagreement.Our("concordance.se")[0]) < 1e-9;
    }

    private static (double Estimate, double Error) Count(Disagreement disagreement)
    {
        (Question question, FuzzSet all, _, _, _) = disagreement;
        int[] rows = [.. UsedRows.Of(all, question).Where(row => question.Weights is not { } weights || all[weights][row] > 0)];
        FuzzSet set = all.Of(rows);
        double[] predictor = disagreement.Their("lp");
        if (predictor.Length != rows.Length)
        {
            return (double.NaN, double.NaN);
        }

        JoinedTimes times = JoinedTimes.Of(question, set);
        var difference = new double[rows.Length];
        var pairs = new double[rows.Length];
        double Weight(int row) => question.Weights is { } weights ? set[weights][row] : 1;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows.Length; j++)
            {
                bool isPair = i != j && set["status"][i] == 1 && times.End(j) >= times.End(i) && times.Start(j) < times.End(i)
                    && !(times.End(j) == times.End(i) && set["status"][j] == 1)
                    && (!question.Terms.Contains("strata(s)") || set["s"][i] == set["s"][j]);
                if (isPair)
                {
                    double gap = predictor[i] - predictor[j];
                    int sign = Math.Abs(gap) <= Tie ? 0 : Math.Sign(gap);
                    difference[i] += Weight(j) * sign;
                    difference[j] += Weight(i) * sign;
                    pairs[i] += Weight(j);
                    pairs[j] += Weight(i);
                }
            }
        }

        double total = pairs.Select((pair, row) => Weight(row) * pair).Sum() / 2;
        double somers = difference.Select((part, row) => Weight(row) * part).Sum() / 2 / total;
        double variance = Enumerable.Range(0, rows.Length)
            .GroupBy(row => question.Cluster is { } cluster ? set[cluster][row] : row)
            .Sum(group => Math.Pow(group.Sum(row => Weight(row) * (difference[row] - (somers * pairs[row])) / total), 2));
        return ((somers + 1) / 2, Math.Sqrt(variance) / 2);
    }
}
