using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>A column of a design matrix under construction.</summary>
internal readonly record struct DesignColumn(string Name, ReadOnlyMemory<double> Values)
{
    /// <summary>The column of an interaction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public DesignColumn Times(DesignColumn other)
    {
        ReadOnlySpan<double> left = Values.Span;
        ReadOnlySpan<double> right = other.Values.Span[..left.Length];
        double[] product = GC.AllocateUninitializedArray<double>(left.Length);
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = left[i] * right[i];
        }

        return new DesignColumn($"{Name}:{other.Name}", product);
    }
}
