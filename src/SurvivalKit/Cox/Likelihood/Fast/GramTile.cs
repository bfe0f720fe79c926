using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SurvivalKit;

/// <summary>Inner products of four columns with four others, in one pass over their rows: each number that is loaded
/// serves four products.</summary>
internal static class GramTile
{
    /// <summary>Multiplies four columns with four others.</summary>
    /// <param name="left">The four left columns; columns may repeat where there are fewer.</param>
    /// <param name="right">The four right columns.</param>
    /// <param name="products">Receives the products, left by left.</param>
    public static void Multiply(Columns left, Columns right, Span<double> products)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            OneByOne(left, right, products);
            return;
        }

        int length = left.First.Length;
        ref double a0 = ref MemoryMarshal.GetReference(left.First);
        ref double a1 = ref MemoryMarshal.GetReference(left.Second);
        ref double a2 = ref MemoryMarshal.GetReference(left.Third);
        ref double a3 = ref MemoryMarshal.GetReference(left.Fourth);
        ref double b0 = ref MemoryMarshal.GetReference(right.First);
        ref double b1 = ref MemoryMarshal.GetReference(right.Second);
        ref double b2 = ref MemoryMarshal.GetReference(right.Third);
        ref double b3 = ref MemoryMarshal.GetReference(right.Fourth);
        Vector512<double> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector512<double> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector512<double> s30 = default, s31 = default, s32 = default, s33 = default;
        nuint i = 0;
        for (nuint end = (nuint)(length - (length % Vector512<double>.Count)); i < end; i += (nuint)Vector512<double>.Count)
        {
            Vector512<double> x0 = Vector512.LoadUnsafe(ref b0, i);
            Vector512<double> x1 = Vector512.LoadUnsafe(ref b1, i);
            Vector512<double> x2 = Vector512.LoadUnsafe(ref b2, i);
            Vector512<double> x3 = Vector512.LoadUnsafe(ref b3, i);
            Vector512<double> y = Vector512.LoadUnsafe(ref a0, i);
            s00 = Vector512.FusedMultiplyAdd(y, x0, s00);
            s01 = Vector512.FusedMultiplyAdd(y, x1, s01);
            s02 = Vector512.FusedMultiplyAdd(y, x2, s02);
            s03 = Vector512.FusedMultiplyAdd(y, x3, s03);
            y = Vector512.LoadUnsafe(ref a1, i);
            s10 = Vector512.FusedMultiplyAdd(y, x0, s10);
            s11 = Vector512.FusedMultiplyAdd(y, x1, s11);
            s12 = Vector512.FusedMultiplyAdd(y, x2, s12);
            s13 = Vector512.FusedMultiplyAdd(y, x3, s13);
            y = Vector512.LoadUnsafe(ref a2, i);
            s20 = Vector512.FusedMultiplyAdd(y, x0, s20);
            s21 = Vector512.FusedMultiplyAdd(y, x1, s21);
            s22 = Vector512.FusedMultiplyAdd(y, x2, s22);
            s23 = Vector512.FusedMultiplyAdd(y, x3, s23);
            y = Vector512.LoadUnsafe(ref a3, i);
            s30 = Vector512.FusedMultiplyAdd(y, x0, s30);
            s31 = Vector512.FusedMultiplyAdd(y, x1, s31);
            s32 = Vector512.FusedMultiplyAdd(y, x2, s32);
            s33 = Vector512.FusedMultiplyAdd(y, x3, s33);
        }

        Store(products, s00, s01, s02, s03);
        Store(products[4..], s10, s11, s12, s13);
        Store(products[8..], s20, s21, s22, s23);
        Store(products[12..], s30, s31, s32, s33);
        for (; i < (nuint)length; i++)
        {
            for (int column = 0; column < 4; column++)
            {
                double x = right[column][(int)i];
                products[column] += left.First[(int)i] * x;
                products[4 + column] += left.Second[(int)i] * x;
                products[8 + column] += left.Third[(int)i] * x;
                products[12 + column] += left.Fourth[(int)i] * x;
            }
        }
    }

    // Sixteen sums do not fit into the registers of processors with narrower vectors.
    private static void OneByOne(Columns left, Columns right, Span<double> products)
    {
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = TensorPrimitives.Dot(left[i / 4], right[i % 4]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Span<double> products, Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth)
    {
        products[0] = Vector512.Sum(first);
        products[1] = Vector512.Sum(second);
        products[2] = Vector512.Sum(third);
        products[3] = Vector512.Sum(fourth);
    }

    /// <summary>Four columns of one length.</summary>
    internal readonly ref struct Columns(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> third, ReadOnlySpan<double> fourth)
    {
        /// <summary>Four neighbouring columns stored one after the other in one list; past the end the last column is repeated.</summary>
        /// <param name="list">The list.</param>
        /// <param name="stride">The distance between the starts of two columns.</param>
        /// <param name="column">The first of the four.</param>
        /// <param name="count">The number of columns in the list.</param>
        /// <param name="length">The length of a column.</param>
        public static Columns Take(ReadOnlySpan<double> list, int stride, int column, int count, int length) => new(
            list.Slice(column * stride, length),
            list.Slice(Math.Min(column + 1, count - 1) * stride, length),
            list.Slice(Math.Min(column + 2, count - 1) * stride, length),
            list.Slice(Math.Min(column + 3, count - 1) * stride, length));

        /// <summary>The same for columns in separate arrays, starting at a row.</summary>
        public static Columns Take(double[][] arrays, int column, int from, int length) => new(
            arrays[column].AsSpan(from, length),
            arrays[Math.Min(column + 1, arrays.Length - 1)].AsSpan(from, length),
            arrays[Math.Min(column + 2, arrays.Length - 1)].AsSpan(from, length),
            arrays[Math.Min(column + 3, arrays.Length - 1)].AsSpan(from, length));

        public ReadOnlySpan<double> First { get; } = first;

        public ReadOnlySpan<double> Second { get; } = second;

        public ReadOnlySpan<double> Third { get; } = third;

        public ReadOnlySpan<double> Fourth { get; } = fourth;

        public ReadOnlySpan<double> this[int column] => column switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
    }
}
