import module from 'node:module'

// The program keeps what it has read once; so do the tests and the processes they start, for those are many.
const { directory } = module.enableCompileCache()
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory
