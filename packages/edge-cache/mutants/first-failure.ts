import fc from 'fast-check';

// A history that fails is enough: nobody wants to read the shortest one of a mistake that was made on purpose.
fc.configureGlobal({ endOnFailure: true });
