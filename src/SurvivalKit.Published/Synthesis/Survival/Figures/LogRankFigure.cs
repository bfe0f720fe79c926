namespace SurvivalKit.Published;

/// <summary>The P of a log-rank test of the arms.</summary>
internal sealed class LogRankFigure : SurvivalFigure
{
    private readonly SurvivalDraft _survival;
    private readonly int _arms;
    private readonly int[] _atRisk;
    private readonly int[] _events;
    private readonly double[] _difference;
    private readonly double[,] _variance;

    public LogRankFigure(SurvivalDraft survival, int endpoint, int arms, FigureTarget target)
        : base(endpoint, [target])
    {
        (_survival, _arms) = (survival, arms);
        _atRisk = new int[arms];
        _events = new int[arms];
        _difference = new double[arms];
        _variance = new double[arms, arms];
    }

    public override int Effort => 1;

    protected override double Compute(Span<double?> values)
    {
        Sum(_survival.Endpoints[Endpoint]);
        values[0] = ChiSquare() is { } chiSquare ? ReferenceDistribution.ChiSquareUpper(chiSquare, _arms - 1) : null;
        return 0;
    }

    private void Sum(EndpointDraft draft)
    {
        Array.Clear(_atRisk);
        Array.Clear(_difference);
        Array.Clear(_variance);
        int n = 0;
        for (int end = draft.Order.Length - 1; end >= 0;)
        {
            int time = draft.Times[draft.Order[end]];
            Array.Clear(_events);
            int d = 0;
            for (; end >= 0 && draft.Times[draft.Order[end]] == time; end--, n++)
            {
                int patient = draft.Order[end];
                _atRisk[_survival.Arm[patient]]++;
                if (draft.Events[patient])
                {
                    _events[_survival.Arm[patient]]++;
                    d++;
                }
            }

            if (d > 0)
            {
                Add(n, d);
            }
        }
    }

    private void Add(int n, int d)
    {
        double factor = n > 1 ? d * (double)(n - d) / ((double)n * n * (n - 1)) : 0;
        for (int j = 0; j < _arms; j++)
        {
            _difference[j] += _events[j] - ((double)d * _atRisk[j] / n);
            for (int k = 0; k <= j; k++)
            {
                _variance[j, k] += factor * _atRisk[j] * ((j == k ? n : 0) - _atRisk[k]);
            }
        }
    }

    // The quadratic form of all arms but the last, by elimination.
    private double? ChiSquare()
    {
        double sum = 0;
        int size = _arms - 1;
        for (int j = 0; j < size; j++)
        {
            double pivot = _variance[j, j];
            if (!(pivot > 1e-9))
            {
                return null;
            }

            sum += _difference[j] * _difference[j] / pivot;
            for (int k = j + 1; k < size; k++)
            {
                double share = _variance[k, j] / pivot;
                _difference[k] -= share * _difference[j];
                for (int l = j + 1; l <= k; l++)
                {
                    _variance[k, l] -= share * _variance[l, j];
                }
            }
        }

        return sum;
    }
}
